"""Who is who over all articles: judged by machine and by person, kept, named, and shown."""
