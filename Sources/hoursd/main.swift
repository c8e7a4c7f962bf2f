print("hoursd")
