package org.parley.genius;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.parley.exact.Rational;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.XmlElement;
import org.parley.genius.utility.OptionBox;
import org.parley.genius.utility.UtilityBuilder;

/// Reads a profile of hyper-rectangles: the sum of the utilities of those that contain a package,
/// divided by `maxutility` (Ito, Hattori and Klein 2007).
///
/// A rectangle of INCLUDES matches if all its bounds hold, one of EXCLUDES if any is violated, one
/// without bounds always.
final class RectangleProfile {

  private final GeniusDomain domain;
  private final UtilityBuilder utility;
  private final Rational most;

  private RectangleProfile(GeniusDomain domain, UtilityBuilder utility, Rational most) {
    this.domain = domain;
    this.utility = utility;
    this.most = most;
  }

  static void read(GeniusDomain domain, XmlElement profile, UtilityBuilder utility)
      throws BadFileException {
    XmlElement stated = profile.get("objective").get("utility");
    Rational most = stated.decimal("maxutility");
    if (most.signum() <= 0) {
      throw stated.wrong(new GeniusFault.LargestUtilityNotPositive(stated.attribute("maxutility")));
    }
    List<XmlElement> functions = stated.list("ufun");
    if (functions.size() != 1) {
      throw stated.wrong(new GeniusFault.FunctionCount(functions.size()));
    }
    // GENIUS does not multiply by the weight of the outermost function.
    new RectangleProfile(domain, utility, most).function(functions.getFirst(), Rational.ONE);
  }

  private void function(XmlElement function, Rational weight) throws BadFileException {
    String aggregation = function.attribute("aggregation");
    if (!aggregation.equalsIgnoreCase("sum")) {
      throw function.wrong(new GeniusFault.UnreadAggregation(aggregation));
    }
    for (XmlElement child : function.children()) {
      switch (child.name()) {
        case "hyperRectangle" -> rectangle(child, weight);
        case "ufun" -> function(child, weight.times(weight(child)));
        default -> throw child.wrong(new GeniusFault.NotReadIn("ufun"));
      }
    }
  }

  private static Rational weight(XmlElement element) throws BadFileException {
    return element.findAttribute("weight").isPresent() ? element.decimal("weight") : Rational.ONE;
  }

  private void rectangle(XmlElement rectangle, Rational weight) throws BadFileException {
    Rational worth =
        rectangle.decimal("utility").times(weight(rectangle)).times(weight).dividedBy(most);
    List<XmlElement> includes = rectangle.list("INCLUDES");
    List<XmlElement> excludes = rectangle.list("EXCLUDES");
    Optional<XmlElement> other =
        rectangle.children().stream()
            .filter(each -> !each.name().equals("INCLUDES") && !each.name().equals("EXCLUDES"))
            .findFirst();
    if (other.isPresent()) {
      throw other.get().wrong(new GeniusFault.NotReadIn("hyperRectangle"));
    }
    if (!includes.isEmpty() && !excludes.isEmpty()) {
      throw rectangle.wrong(GeniusFault.Plain.INCLUDES_AND_EXCLUDES);
    }
    if (excludes.isEmpty()) {
      utility.add(box(includes), worth);
    } else {
      utility.add(OptionBox.ALL, worth);
      utility.add(box(excludes), Rational.ZERO.minus(worth));
    }
  }

  private OptionBox box(List<XmlElement> bounds) throws BadFileException {
    OptionBox box = OptionBox.ALL;
    for (XmlElement bound : bounds) {
      GeniusDomain.Issue issue = domain.issue(bound);
      if (issue.kind() != GeniusDomain.Kind.INTEGER) {
        throw bound.wrong(new GeniusFault.NotAnIntegerIssue(issue.name()));
      }
      int min = bound.whole("min");
      int max = bound.whole("max");
      SortedSet<Integer> inside = new TreeSet<>();
      for (int option = 0; option < issue.values().size(); option++) {
        int value = issue.lowest() + option;
        if (min <= value && value <= max) {
          inside.add(option);
        }
      }
      box = box.with(issue.point(), inside);
    }
    return box;
  }
}
