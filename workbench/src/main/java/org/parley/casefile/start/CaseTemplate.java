package org.parley.casefile.start;

/// A kind of negotiation to begin a case with: a built-in one, or a case that an institution keeps.
public sealed interface CaseTemplate permits BuiltInTemplate, FolderTemplate {

  /// The name in commands and addresses: `peace-framework`.
  String word();
}
