// libxlsxwriter's C interface: workbooks for Excel and LibreOffice.
#include <xlsxwriter.h>
