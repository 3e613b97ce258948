package org.parley.answer.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.check.Question;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.exchange.reference.ShippedFigures;
import org.parley.model.cases.CaseView;
import org.parley.model.text.Option;
import org.parley.model.text.Point;
import org.parley.proof.BadFindingException;
import org.parley.proof.FindingFile;
import org.parley.reference.Edition;
import org.parley.reference.PrecedentCounts;
import org.parley.reference.PrecedentSource;
import org.parley.reference.PrecedentSource.SourceFile;

/// Counts of precedents as findings, and their check against the copies at hand.
///
/// A file names what its counts rest on by SHA-256, and holds no row of it. Without the same copy
/// the check is open.
public final class PrecedentFindings {

  /// Points, and a way to settle the first of them: `precedents-p1+p2~half`.
  private static final Pattern NAME =
      Pattern.compile("precedents-([\\w.-]+(?:\\+[\\w.-]+){0,99})(?:~([\\w.-]+))?");

  private PrecedentFindings() {}

  /// The name of the finding about points.
  ///
  /// @param option a way to settle the first of them; null for none
  public static String name(List<Point> points, @Nullable Option option) {
    return "precedents-"
        + String.join("+", points.stream().map(each -> each.id().value()).toList())
        + (option == null ? "" : "~" + option.id().value());
  }

  /// For each point with topics, the finding about it.
  public static Map<String, FindingFile> of(CaseView view, ReferenceShelf shelf) {
    Map<String, FindingFile> all = new LinkedHashMap<>();
    for (Point each : view.points()) {
      if (!each.topics().isEmpty()) {
        find(List.of(each), null, shelf)
            .ifPresent(file -> all.put(name(List.of(each), null), file));
      }
    }
    return all;
  }

  /// The finding with a name; empty if it is none about points of the case.
  public static Optional<FindingFile> find(CaseView view, String name, ReferenceShelf shelf) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    List<Point> points = new ArrayList<>();
    for (String id : parts.group(1).split("\\+", -1)) {
      view.points().stream().filter(each -> each.id().value().equals(id)).forEach(points::add);
    }
    String way = parts.group(2);
    Option option = way == null || points.isEmpty() ? null : option(points.getFirst(), way);
    boolean isKnown =
        points.size() == parts.group(1).split("\\+", -1).length && (way == null || option != null);
    return isKnown ? find(points, option, shelf) : Optional.empty();
  }

  private static @Nullable Option option(Point point, String id) {
    return point.options().stream()
        .filter(each -> each.id().value().equals(id))
        .findFirst()
        .orElse(null);
  }

  /// The finding about points together; empty without topics.
  ///
  /// @param option a way to settle one of them; null for none
  public static Optional<FindingFile> find(
      List<Point> points, @Nullable Option option, ReferenceShelf shelf) {
    TreeSet<String> codes = new TreeSet<>();
    points.forEach(each -> codes.addAll(each.topics()));
    if (option != null) {
      codes.addAll(option.topics());
    }
    PrecedentSource source = source(shelf);
    return codes.isEmpty()
        ? Optional.empty()
        : FindingFile.of(
            new Question.Precedents(List.copyOf(codes), source.files()),
            PrecedentCounts.find(codes, source));
  }

  /// The source of the page of precedents: rows where they are at hand, else figures.
  private static PrecedentSource source(ReferenceShelf shelf) {
    ReferenceShelf.CopyContents contents = shelf.contents();
    return contents.precedents().isEmpty()
        ? source(contents, false, false)
        : source(contents, true, contents.editions().contains(Edition.PAM_1_5));
  }

  private static PrecedentSource source(
      ReferenceShelf.CopyContents contents, boolean hasAgreements, boolean hasAccords) {
    return new PrecedentSource(
        hasAgreements ? contents.precedents().agreements() : null,
        hasAccords ? contents.precedents().accordYears() : null,
        ShippedFigures.get(),
        ShippedFigures.sha256());
  }

  /// The verdict on a finding of any kind.
  ///
  /// @throws BadFindingException if a part is missing
  public static Verdict verify(FindingFile file, ReferenceShelf shelf, Budget budget)
      throws BadFindingException {
    return file.question() instanceof Question.Precedents asked
        ? file.verify(asked, named(asked.files(), shelf.contents()))
        : file.verify(budget);
  }

  /// The rows and figures that a finding names, as far as they are at hand.
  private static PrecedentSource named(
      List<SourceFile> files, ReferenceShelf.CopyContents contents) {
    return source(
        contents,
        isNamed(files, contents, Edition.PAX_9),
        isNamed(files, contents, Edition.PAM_1_5));
  }

  private static boolean isNamed(
      List<SourceFile> files, ReferenceShelf.CopyContents contents, Edition edition) {
    return contents.editions().contains(edition)
        && files.stream().anyMatch(each -> each.sha256().equals(edition.sha256()));
  }
}
