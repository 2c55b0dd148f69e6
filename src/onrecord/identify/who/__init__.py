"""Who: the actors of one article, whom its sources stand for, and which actors of other articles they are."""
