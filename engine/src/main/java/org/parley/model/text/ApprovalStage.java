package org.parley.model.text;

import java.util.List;
import org.parley.model.LocalizedText;

/// A stage of approval after signature: one of its ways is enough.
///
/// @param title its name: `Endorsement`, `Ratification`
/// @param anyOf the alternative ways, at least one
public record ApprovalStage(LocalizedText title, List<ApprovalWay> anyOf) {

  public ApprovalStage {
    anyOf = List.copyOf(anyOf);
  }

  ApprovalStage in(String language) {
    return new ApprovalStage(title.in(language), anyOf);
  }
}
