"""Raw rows -> typed rows, or rows refused with everything that is wrong with them."""
