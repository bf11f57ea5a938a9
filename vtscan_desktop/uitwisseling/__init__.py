"""The exchange format, version 1: in (`lezen`) and out (`schrijven`)."""
