package org.parley.casefile.yaml;

import org.parley.wording.Complaint;

/// A fault in a text, from `start`, inclusive, to `end`, exclusive.
public record TextFault(int start, int end, Complaint complaint) {}
