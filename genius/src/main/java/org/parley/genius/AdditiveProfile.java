package org.parley.genius;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;
import org.parley.exact.Rational;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.XmlElement;
import org.parley.genius.utility.ProfileNote;
import org.parley.genius.utility.UtilityBuilder;

/// Reads an additive profile: the sum over issues of weight times evaluation.
///
/// The evaluations of a discrete issue are divided by the largest of them. That of an integer issue
/// is slope times the steps above the lowest value, plus offset, clamped to 0 and 1. Weights are
/// taken as written, whatever their sum; weights of nested objectives are ignored, as in GENIUS.
final class AdditiveProfile {

  /// Below this largest evaluation GENIUS gives 0 for every value of the issue.
  private static final Rational LEAST_LARGEST = Rational.of(1, 100_000);

  private final GeniusDomain domain;
  private final UtilityBuilder utility;
  private final BitSet read = new BitSet();

  private final List<ProfileNote> notes;

  private AdditiveProfile(GeniusDomain domain, UtilityBuilder utility, List<ProfileNote> notes) {
    this.domain = domain;
    this.utility = utility;
    this.notes = notes;
  }

  /// @param notes receives notes on what is read as GENIUS reads it
  static void read(
      GeniusDomain domain, XmlElement profile, UtilityBuilder utility, List<ProfileNote> notes)
      throws BadFileException {
    var reader = new AdditiveProfile(domain, utility, notes);
    reader.objective(profile);
    int missing = reader.read.nextClearBit(0);
    if (missing < domain.points().size()) {
      Problem.Point point = domain.points().get(missing);
      throw profile.wrong(new GeniusFault.SilentOnIssue(point.id()));
    }
  }

  private void objective(XmlElement objective) throws BadFileException {
    Map<Integer, Rational> weights = new HashMap<>();
    for (XmlElement weight : objective.list("weight")) {
      Rational value = weight.decimal("value");
      if (value.signum() < 0) {
        throw weight.wrong(new GeniusFault.WeightBelowZero(weight.attribute("value")));
      }
      if (weights.put(weight.whole("index"), value) != null) {
        throw weight.wrong(new GeniusFault.WeightTwice(weight.attribute("index")));
      }
    }
    for (XmlElement child : objective.children()) {
      switch (child.name()) {
        case "issue" -> issue(child, weights.get(child.whole("index")));
        case "objective" -> objective(child);
        default -> {
          // Weights were read above; the rest is for the whole profile.
        }
      }
    }
  }

  private void issue(XmlElement element, @Nullable Rational weight) throws BadFileException {
    GeniusDomain.Issue issue = domain.issue(element);
    GeniusDomain.Kind kind = GeniusDomain.kind(element);
    if (kind != issue.kind()) {
      throw element.wrong(
          new GeniusFault.OtherIssueType(issue.name(), issue.kind() == GeniusDomain.Kind.INTEGER));
    }
    String name = element.attribute("name");
    if (!name.strip().equalsIgnoreCase(issue.name().strip())) {
      throw element.wrong(new GeniusFault.OtherIssueName(name, issue.name()));
    }
    if (weight == null) {
      throw element.wrong(
          new GeniusFault.IssueWithoutWeight(issue.name(), element.attribute("index")));
    }
    if (read.get(issue.point())) {
      throw element.wrong(new GeniusFault.IssueTwice(issue.name()));
    }
    read.set(issue.point());
    Rational[] evaluations =
        switch (kind) {
          case DISCRETE -> discrete(element, issue);
          case INTEGER -> integer(element, issue);
        };
    for (int option = 0; option < evaluations.length; option++) {
      utility.add(issue.point(), option, weight.times(evaluations[option]));
    }
  }

  private Rational[] discrete(XmlElement element, GeniusDomain.Issue issue)
      throws BadFileException {
    @Nullable Rational[] written = new Rational[issue.values().size()];
    for (XmlElement item : element.list("item")) {
      int option = issue.option(item, item.attribute("value"));
      if (item.findAttribute("evaluation").filter(each -> !each.equals("null")).isEmpty()) {
        continue;
      }
      Rational evaluation = item.decimal("evaluation");
      if (evaluation.signum() < 0) {
        throw item.wrong(new GeniusFault.EvaluationBelowZero(item.attribute("evaluation")));
      }
      if (written[option] != null) {
        notes.add(
            new ProfileNote.EvaluationTwice(
                element.file(), issue.name(), issue.values().get(option)));
      }
      written[option] = evaluation;
    }
    Rational largest = Rational.ZERO;
    Rational[] evaluations = new Rational[written.length];
    for (int option = 0; option < written.length; option++) {
      Rational evaluation = written[option];
      if (evaluation == null) {
        notes.add(
            new ProfileNote.NoEvaluation(element.file(), issue.name(), issue.values().get(option)));
        evaluation = Rational.ZERO;
      }
      evaluations[option] = evaluation;
      largest = evaluation.compareTo(largest) > 0 ? evaluation : largest;
    }
    if (largest.compareTo(LEAST_LARGEST) < 0) {
      Arrays.fill(evaluations, Rational.ZERO);
      return evaluations;
    }
    for (int option = 0; option < evaluations.length; option++) {
      evaluations[option] = evaluations[option].dividedBy(largest);
    }
    return evaluations;
  }

  private static Rational[] integer(XmlElement element, GeniusDomain.Issue issue)
      throws BadFileException {
    XmlElement evaluator = element.get("evaluator");
    Rational slope = evaluator.decimal("slope");
    Rational offset = evaluator.decimal("offset");
    int lowest =
        element.findAttribute("lowerbound").isPresent()
            ? element.whole("lowerbound")
            : issue.lowest();
    if (!evaluator.findAttribute("ftype").orElse("linear").equals("linear")) {
      throw evaluator.wrong(new GeniusFault.UnreadEvaluator(evaluator.attribute("ftype")));
    }
    Rational[] evaluations = new Rational[issue.values().size()];
    for (int option = 0; option < evaluations.length; option++) {
      long steps = (long) issue.lowest() + option - lowest;
      Rational evaluation = slope.times(Rational.of(steps)).plus(offset);
      evaluations[option] =
          evaluation.signum() < 0
              ? Rational.ZERO
              : evaluation.compareTo(Rational.ONE) > 0 ? Rational.ONE : evaluation;
    }
    return evaluations;
  }
}
