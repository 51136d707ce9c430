-- Readers of the web pages, for wrk: the addresses in the file that READERS names, one a line, by turns and from a place of its own for each thread.
local addresses, place, threads = {}, 0, 0
for line in io.lines(os.getenv("READERS")) do addresses[#addresses + 1] = line end

function setup(thread)
  thread:set("first", threads)
  threads = threads + 1
end

function init() place = first * 7 end

function request()
  place = place % #addresses + 1
  return wrk.format("GET", addresses[place])
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("FIGURES %d %d %d %.3f %.3f\n", summary.requests, errors.connect + errors.read + errors.write + errors.status,
    errors.timeout, latency:percentile(95) / 1000, latency.max / 1000))
end
