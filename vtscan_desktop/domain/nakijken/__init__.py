"""Looking a scan over before a report is made of it. Pure: what day it is, comes from outside.

Each check is one small function in a module by subject; `nakijken.regels` lists them with their weight.
"""
