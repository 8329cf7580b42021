"""A labour-law assistant whose every legal sentence names the article it rests on."""
