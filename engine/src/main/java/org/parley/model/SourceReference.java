package org.parley.model;

import org.parley.model.source.SourceId;

/// A source that a party or one of its parts names.
public sealed interface SourceReference permits SourceId {}
