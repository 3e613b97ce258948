package org.parley.web.view;

/// One thing that keeps a case from being read.
///
/// @param place where: file, line and column
/// @param message what is wrong, with the value
/// @param advice what to do, starting with "Maybe"; may be empty
public record FaultView(String place, String message, String advice) {}
