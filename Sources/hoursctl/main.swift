print("hoursctl")
