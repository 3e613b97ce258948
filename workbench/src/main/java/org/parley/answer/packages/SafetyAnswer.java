package org.parley.answer.packages;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.answer.JsonKey;
import org.parley.answer.packages.PackageAnswers.Estimate;
import org.parley.answer.packages.PackageAnswers.PackagesHead;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.Safety;
import org.parley.bargain.robust.RobustPackage;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.text.OptionId;
import org.parley.wording.Messages;
import org.parley.wording.PackageHeadline;
import org.parley.wording.PackageWording;

/// Which package is safest where worths are only known within bounds.
///
/// @param seed the first of the seeds worths were drawn with
/// @param table how sure the package asked about is; absent where none is
/// @param read how worths were drawn, in a sentence
public record SafetyAnswer(
    @JsonKey(isInline = true) PackagesHead head,
    List<PartyId> looked,
    int within,
    boolean inDoubt,
    long seed,
    long draws,
    long drawsAsked,
    @Nullable List<Robust> table,
    List<Robust> safest,
    String read) {

  /// How sure a package is.
  public record Robust(
      List<OptionId> options,
      RobustPackage.Certainty standing,
      Estimate acceptable,
      Estimate efficient) {}

  public static SafetyAnswer of(CaseView view, Safety safety, long seed) {
    return new SafetyAnswer(
        PackageAnswers.head(view, safety.packages(), headline(safety)),
        PackageAnswers.ids(safety.packages(), safety.parties()),
        safety.within(),
        safety.inDoubt(),
        seed,
        safety.draws(),
        safety.drawsAsked(),
        safety.asked().map(each -> robusts(safety, each)).orElse(null),
        robusts(safety, safety.safest()),
        read(safety));
  }

  private static List<Robust> robusts(Safety safety, Finding<List<RobustPackage>> finding) {
    return finding.findAnswer().orElse(List.of()).stream()
        .map(
            each ->
                new Robust(
                    options(safety, each),
                    each.standing(),
                    Estimate.of(each.acceptable()),
                    Estimate.of(each.efficient())))
        .toList();
  }

  /// The answer in a sentence.
  public static PackageHeadline headline(Safety safety) {
    PackageProblem packages = safety.packages();
    PackageWording words = PackageWording.of(packages);
    int everyone = packages.problem().everyone();
    return new PackageHeadline(
        words.safety(safety),
        safety.parties() == everyone
            ? ""
            : Messages.current()
                .text(
                    "packages.page.among",
                    "everyone",
                    words.parties(everyone),
                    "parties",
                    words.parties(safety.parties())),
        words.missingGrades());
  }

  /// How worths were drawn, in a sentence.
  public static String read(Safety safety) {
    return Messages.current().text("packages.text.drawn-how", "within", safety.within());
  }

  /// The options of a package.
  public static List<OptionId> options(Safety safety, RobustPackage robust) {
    List<OptionId> ids = new ArrayList<>();
    for (int point = 0; point < robust.options().size(); point++) {
      ids.add(safety.packages().matters().get(point).options().get(robust.options().get(point)));
    }
    return ids;
  }
}
