"""The commands of `impact`, grouped by what a person wants: thin functions over the rooms."""
