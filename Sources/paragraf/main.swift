print("paragraf")
