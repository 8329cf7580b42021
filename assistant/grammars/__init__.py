"""One grammar per country: how its laws number what they say."""
