project = "A course"
html_theme = "alabaster"
html_theme_options = {"body_min_width": 0}  # 360 px and margins are wider than a phone
