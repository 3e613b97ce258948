package org.parley.wording;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.bargain.Choice;
import org.parley.bargain.approval.Chance;
import org.parley.bargain.approval.Percents;
import org.parley.bargain.cases.ApprovalChain;
import org.parley.bargain.cases.PackageDraft;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.Ratification;
import org.parley.exact.Rational;

/// The wording of approvals after signature: which packages pass, and with which chance.
public final class ApprovalWording {

  /// The most fates told in a headline.
  private static final int FEW = 4;

  private final Messages messages;
  private final PackageProblem packages;
  private final PackageNumbers numbers;

  ApprovalWording(Messages messages, PackageProblem packages) {
    this.messages = messages;
    this.packages = packages;
    numbers = new PackageNumbers(messages);
  }

  /// In the current language.
  public static ApprovalWording of(PackageProblem packages) {
    return new ApprovalWording(Messages.current(), packages);
  }

  /// The fates in one sentence; empty if nobody approves, or there are too many to tell.
  public String headline(Ratification ratification) {
    List<Ratification.Prospect> fates = ratification.fates();
    if (fates.isEmpty() || fates.size() > FEW) {
      return "";
    }
    List<String> told =
        fates.stream()
            .map(
                fate ->
                    messages.text(
                        "packages.approval.fate",
                        "any",
                        !fate.options().isEmpty(),
                        "options",
                        messages.all(fate.options().stream().map(this::quoted).toList()),
                        "verdict",
                        verdict(fate.passage())))
            .toList();
    return messages.text(
        "packages.approval.after", "fates", String.join(messages.pattern("semicolon"), told));
  }

  /// "With these options: the chance that it passes is 50 %; 2 packages."
  public String line(Ratification.Prospect fate) {
    return messages.text(
        "packages.approval.line",
        "options",
        options(fate),
        "verdict",
        verdict(fate.passage()),
        "count",
        numbers.count(fate.atLeast(), fate.atMost()));
  }

  /// The options of a fate, with their points.
  public String options(Ratification.Prospect fate) {
    return fate.options().isEmpty()
        ? messages.text("packages.approval.whatever")
        : String.join(
            messages.pattern("semicolon"),
            fate.options().stream().map(new PackageWording(messages, packages)::choice).toList());
  }

  /// The fate of a whole draft; empty if nobody approves.
  public String draft(PackageDraft draft) {
    return draft
        .passage()
        .map(passage -> messages.text("packages.approval.draft", "verdict", verdict(passage)))
        .orElse("");
  }

  /// "the chance that it passes is 50 % (Voters)".
  public String verdict(Ratification.Passage passage) {
    Set<String> who = new LinkedHashSet<>();
    for (Ratification.StageVerdict stage : passage.stages()) {
      for (Ratification.ApproverVerdict verdict : stage.verdicts()) {
        if (!verdict.chance().isSure()
            && (!passage.chance().isNone() || verdict.chance().isNone())) {
          who.add(label(verdict));
        }
      }
    }
    return messages.text(
        "packages.approval.verdict",
        "kind",
        kind(passage.chance()),
        "least",
        numbers.percent(passage.chance().least()),
        "most",
        numbers.percent(passage.chance().most()),
        "by",
        !who.isEmpty(),
        "who",
        messages.all(List.copyOf(who)));
  }

  /// The verdicts of each stage, one line for each approval.
  public List<String> reasons(Ratification.Passage passage) {
    List<String> lines = new ArrayList<>();
    for (Ratification.StageVerdict stage : passage.stages()) {
      if (stage.verdicts().isEmpty()) {
        lines.add(messages.text("packages.approval.no-way"));
      }
      stage.verdicts().forEach(verdict -> lines.add(reason(verdict)));
    }
    return lines;
  }

  /// "Voters: approval in 50 % (expected: 47 to 53 % in favour)".
  public String reason(Ratification.ApproverVerdict verdict) {
    Optional<ApprovalChain.Expected> expected = verdict.expected();
    String why =
        messages.text(
            "packages.approval.why",
            "reason",
            verdict.reason(),
            "favour",
            expected.map(each -> percents(each.favour())).orElse(""),
            "votes",
            expected.flatMap(ApprovalChain.Expected::turnout).isPresent(),
            "turnout",
            expected.flatMap(ApprovalChain.Expected::turnout).map(this::percents).orElse(""));
    Chance chance = verdict.chance();
    return messages.text(
        "packages.approval.approver",
        "who",
        label(verdict),
        "verdict",
        messages.text(
            "packages.approval.chance",
            "kind",
            kind(chance),
            "least",
            numbers.percent(chance.least()),
            "most",
            numbers.percent(chance.most())),
        "why",
        why);
  }

  /// A chance alone: "50 %", "20 to 40 %".
  public String chance(Chance chance) {
    return chance.isExact()
        ? numbers.percent(chance.least())
        : messages.text(
            "from-to",
            "from",
            numbers.percent(chance.least()),
            "to",
            numbers.percent(chance.most()));
  }

  private String percents(Percents range) {
    return range.width() == 0
        ? messages.text("packages.approval.percent", "least", range.least())
        : messages.text("packages.approval.percents", "least", range.least(), "most", range.most());
  }

  private String label(Ratification.ApproverVerdict verdict) {
    return packages.approvals().outsiders().get(verdict.approver().outsider()).label();
  }

  private String quoted(Choice choice) {
    return messages.text(
        "quotation", "words", packages.matters().get(choice.point()).titles().get(choice.option()));
  }

  private static Kind kind(Chance chance) {
    return chance.isSure()
        ? Kind.SURE
        : chance.isNone()
            ? Kind.NONE
            : chance.isExact()
                ? Kind.EXACT
                : chance.least().signum() == 0 && chance.most().equals(Rational.ONE)
                    ? Kind.UNKNOWN
                    : Kind.BETWEEN;
  }

  /// The kind of a chance.
  private enum Kind {
    SURE,
    NONE,
    EXACT,
    UNKNOWN,
    BETWEEN
  }
}
