package org.parley.casefile.yaml;

import org.parley.wording.Complaint;

/// Something wrong in a text, from `start` up to `end`.
public record TextFault(int start, int end, Complaint complaint) {}
