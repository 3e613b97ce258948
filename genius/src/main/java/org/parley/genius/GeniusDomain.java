package org.parley.genius;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.bargain.Problem;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.XmlElement;
import org.parley.genius.utility.ProfileNote;

/// The issues of a GENIUS domain.
///
/// @param points the issues in the order of the file, each with its values as options
/// @param issues by the index that profiles refer to
record GeniusDomain(List<Problem.Point> points, Map<Integer, Issue> issues) {

  /// The most values an integer issue may have.
  static final int MOST_VALUES = 10_000;

  /// The kind of an issue's values.
  enum Kind {
    DISCRETE,
    INTEGER
  }

  /// An issue.
  ///
  /// @param point the index of the point, from 0
  /// @param lowest the value of option 0; 0 for discrete issues
  record Issue(Kind kind, int point, String name, List<String> values, int lowest) {
    Issue {
      values = List.copyOf(values);
    }

    /// The option a value is.
    int option(XmlElement element, String value) throws BadFileException {
      int option = values.indexOf(value);
      if (option < 0) {
        throw element.wrong(new GeniusFault.NotAValueOf(value, name));
      }
      return option;
    }
  }

  GeniusDomain {
    points = List.copyOf(points);
    issues = Collections.unmodifiableMap(new LinkedHashMap<>(issues));
  }

  /// The issues below an element, in whatever objectives they stand.
  ///
  /// @param notes receives notes on what is read as GENIUS reads it
  static GeniusDomain of(XmlElement root, List<ProfileNote> notes) throws BadFileException {
    List<Problem.Point> points = new ArrayList<>();
    Map<Integer, Issue> issues = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    for (XmlElement element : issuesIn(root)) {
      Issue issue = issue(element, points.size(), notes);
      if (issues.put(element.whole("index"), issue) != null) {
        throw element.wrong(new GeniusFault.IssueIndexTwice(element.whole("index")));
      }
      if (!names.add(issue.name)) {
        throw element.wrong(new GeniusFault.IssueNameTwice(issue.name));
      }
      points.add(new Problem.Point(issue.name, issue.values));
    }
    if (points.isEmpty()) {
      throw root.wrong(GeniusFault.Plain.NO_ISSUE);
    }
    return new GeniusDomain(points, issues);
  }

  /// The issues of the tree of objectives, not those that rules speak of.
  static List<XmlElement> issuesIn(XmlElement element) {
    List<XmlElement> found = new ArrayList<>();
    for (XmlElement child : element.children()) {
      switch (child.name()) {
        case "issue" -> found.add(child);
        case "objective", "utility_space" -> found.addAll(issuesIn(child));
        default -> {
          // Agents, weights and rules hold no issues of the domain.
        }
      }
    }
    return found;
  }

  /// The declared kind of an issue.
  static Kind kind(XmlElement issue) throws BadFileException {
    String type =
        issue
            .findAttribute("type")
            .or(() -> issue.findAttribute("etype"))
            .or(() -> issue.findAttribute("vtype"))
            .orElse("discrete");
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "discrete" -> Kind.DISCRETE;
      case "integer" -> Kind.INTEGER;
      case "real" -> throw issue.wrong(GeniusFault.Plain.REAL_ISSUE);
      default -> throw issue.wrong(new GeniusFault.UnknownIssueType(type));
    };
  }

  private static Issue issue(XmlElement element, int point, List<ProfileNote> notes)
      throws BadFileException {
    String name = element.attribute("name");
    return switch (kind(element)) {
      case DISCRETE -> {
        List<String> values = new ArrayList<>();
        for (XmlElement item : element.list("item")) {
          String value = item.attribute("value");
          if (values.contains(value)) {
            notes.add(new ProfileNote.ValueTwice(element.file(), name, value));
          } else {
            values.add(value);
          }
        }
        if (values.isEmpty()) {
          throw element.wrong(new GeniusFault.IssueWithoutValues(name));
        }
        yield new Issue(Kind.DISCRETE, point, name, values, 0);
      }
      case INTEGER -> {
        XmlElement bounds =
            element.findAttribute("lowerbound").isPresent()
                ? element
                : element.find("range").orElse(element);
        int low = bounds.whole("lowerbound");
        int high = bounds.whole("upperbound");
        if (low > high || (long) high - low >= MOST_VALUES) {
          throw element.wrong(new GeniusFault.IssueBounds(name, low, high, MOST_VALUES));
        }
        List<String> values = new ArrayList<>();
        for (int value = low; value <= high; value++) {
          values.add(Integer.toString(value));
        }
        yield new Issue(Kind.INTEGER, point, name, values, low);
      }
    };
  }

  /// The issue that an element of a profile refers to by its `index`.
  Issue issue(XmlElement reference) throws BadFileException {
    Issue issue = issues.get(reference.whole("index"));
    if (issue == null) {
      throw reference.wrong(new GeniusFault.NoSuchIssue(reference.attribute("index")));
    }
    return issue;
  }
}
