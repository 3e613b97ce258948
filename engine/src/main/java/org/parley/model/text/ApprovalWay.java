package org.parley.model.text;

import java.util.List;

/// A way through a stage of approval: all of its approvals are needed.
///
/// @param when the options by which the parties choose this way; empty if it is always open.
///   Options of one point are alternatives
/// @param allOf the approvals, at least one
public record ApprovalWay(List<OptionId> when, List<Approval> allOf) {

  public ApprovalWay {
    when = List.copyOf(when);
    allOf = List.copyOf(allOf);
  }
}
