"""The answer before Python: tables by day that the package makes, and what looks them up"""
