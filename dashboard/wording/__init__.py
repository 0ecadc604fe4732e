"""Every word on screen: functions from figures to plain English, one module an idea.

Nothing here knows HTML, and no view has words of its own. Another language is a second package
with the same modules and names.
"""
