package org.parley.model.text;

import java.util.List;
import java.util.function.UnaryOperator;
import org.parley.model.LocalizedText;

/// A stage of approval after signature: one of its ways is enough.
///
/// @param title its name: `Endorsement`, `Ratification`
/// @param anyOf the alternative ways, at least one
public record ApprovalStage(LocalizedText title, List<ApprovalWay> anyOf) {

  public ApprovalStage {
    anyOf = List.copyOf(anyOf);
  }

  ApprovalStage withNames(UnaryOperator<LocalizedText> names) {
    return new ApprovalStage(names.apply(title), anyOf);
  }
}
