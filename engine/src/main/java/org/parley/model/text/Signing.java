package org.parley.model.text;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.source.SourceId;

/// The signing rule and the approvals after signature. It says how many signatories are enough,
/// which of them can each block, and who has to approve afterwards.
///
/// Example: "both sign; then Congress by majority, or a plebiscite of at least 13 %".
///
/// @param atLeast the least number of signatories; default: all
/// @param always the signatories that can each block
/// @param then the stages of approval after signature, in order
/// @param source where the chain is laid down
public record Signing(
    @Nullable Integer atLeast,
    List<PartyId> always,
    List<ApprovalStage> then,
    List<SourceId> source) {

  public Signing {
    always = List.copyOf(always);
    then = List.copyOf(then);
    source = List.copyOf(source);
  }

  /// A rule of signature alone, without later approval.
  public static Signing of(@Nullable Integer atLeast, List<PartyId> always) {
    return new Signing(atLeast, always, List.of(), List.of());
  }

  Signing withNames(UnaryOperator<LocalizedText> names) {
    return new Signing(
        atLeast, always, then.stream().map(each -> each.withNames(names)).toList(), source);
  }
}
