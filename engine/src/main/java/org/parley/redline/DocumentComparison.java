package org.parley.redline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.document.BracketPrinter;
import org.parley.document.BracketPrinter.PrintedWords;
import org.parley.document.DocumentElement;
import org.parley.document.DocumentLine;
import org.parley.document.DocumentText;
import org.parley.model.text.PointId;

/// The comparison of two whole texts: elements are aligned, then the paragraphs of each, then the
/// words of each paragraph.
///
/// An element that keeps its words is the same under another number. One that keeps its number or
/// more than half of its words was changed. Every other was removed or added. Elements keep their
/// order: one that moved is removed in one place and added in another, and knows the other place.
///
/// @param elements both texts, in the order of the later one; removed elements stand where they
///   stood
public record DocumentComparison(List<ComparedElement> elements) {

  /// Fewer words say too little to recognise a moved element by.
  private static final int FEWEST_WORDS_MOVED = 4;

  /// The words in common, in percent, by which an element is recognised elsewhere, and under its
  /// own number.
  private static final int LEAST_SHARED = 50;

  private static final int LEAST_SHARED_HERE = 40;

  /// The words of the shorter one that the longer one has, in percent, by which it grew.
  private static final int LEAST_CONTAINED = 60;

  private static final int PREFERRED_HERE = 25;

  public DocumentComparison {
    elements = List.copyOf(elements);
  }

  /// Compares two texts.
  ///
  /// @param printer prints the brackets that are compared with the words
  public static DocumentComparison between(
      DocumentText before, DocumentText after, BracketPrinter printer) {
    return new Comparing(blocks(before, printer), blocks(after, printer)).compare();
  }

  /// A text on its own: every word is kept.
  public static DocumentComparison alone(DocumentText text, BracketPrinter printer) {
    return between(text, text, printer);
  }

  /// Every paragraph, in order.
  public List<ComparedLine> lines() {
    return elements.stream().flatMap(each -> each.lines().stream()).toList();
  }

  /// The number of elements that differ.
  public long changes() {
    return elements.stream().filter(ComparedElement::isChanged).count();
  }

  /// A printed paragraph.
  private record Line(DocumentLine line, PrintedWords printed, List<String> words) {

    /// Its words without the number.
    List<String> wordsAfterNumber() {
      return words.subList(WordDiff.words(line.number()).size(), words.size());
    }
  }

  /// An element with its own paragraphs.
  ///
  /// @param body its words without the number
  private record Block(
      DocumentElement element, List<Line> lines, List<String> words, List<String> body, Bag bag) {}

  private static List<Block> blocks(DocumentText text, BracketPrinter printer) {
    Map<String, List<Line>> lines = new HashMap<>();
    for (DocumentLine each : text.lines()) {
      PrintedWords printed = printer.print(each);
      lines
          .computeIfAbsent(each.element().id(), _ -> new ArrayList<>())
          .add(new Line(each, printed, WordDiff.words(printed.words())));
    }
    List<Block> blocks = new ArrayList<>();
    text.all()
        .forEach(
            each -> {
              List<Line> own = lines.getOrDefault(each.id(), List.of());
              List<String> words = own.stream().flatMap(it -> it.words.stream()).toList();
              List<String> body =
                  own.stream().flatMap(it -> it.wordsAfterNumber().stream()).toList();
              blocks.add(new Block(each, own, words, body, Bag.of(body)));
            });
    return blocks;
  }

  /// How often each word occurs.
  private record Bag(Map<String, Integer> counts, int size) {

    static Bag of(List<String> words) {
      Map<String, Integer> counts = new HashMap<>();
      words.forEach(each -> counts.merge(each, 1, Integer::sum));
      return new Bag(counts, words.size());
    }

    /// The words in common, in percent of all words of both.
    int shared(Bag other) {
      return size + other.size == 0
          ? 100
          : (int) (200 * common(other) / (size + (long) other.size));
    }

    /// The words in common, in percent of those of the shorter text: 100 if it was only added to.
    int contained(Bag other) {
      int least = Math.min(size, other.size);
      return least == 0 ? shared(other) : (int) (100 * common(other) / least);
    }

    private long common(Bag other) {
      boolean isLess = counts.size() <= other.counts.size();
      Map<String, Integer> few = isLess ? counts : other.counts;
      Map<String, Integer> many = isLess ? other.counts : counts;
      long common = 0;
      for (Map.Entry<String, Integer> each : few.entrySet()) {
        common += Math.min(each.getValue(), many.getOrDefault(each.getKey(), 0));
      }
      return common;
    }
  }

  /// A compared element, and the block it is shown by.
  private record Aligned(ComparedElement compared, Block block) {}

  private static final class Comparing {

    private final List<Block> before;
    private final List<Block> after;

    Comparing(List<Block> before, List<Block> after) {
      this.before = before;
      this.after = after;
    }

    DocumentComparison compare() {
      List<Aligned> elements = new ArrayList<>();
      for (MyersDiff.Step each :
          Alignment.of(
              before.size(),
              after.size(),
              (i, j) -> isSame(before.get(i), after.get(j)),
              (i, j) -> likeness(before.get(i), after.get(j)))) {
        elements.add(
            element(
                each.before() < 0 ? null : before.get(each.before()),
                each.after() < 0 ? null : after.get(each.after())));
      }
      return new DocumentComparison(withMoves(elements));
    }

    private static boolean isSame(Block one, Block other) {
      return one.element.kind() == other.element.kind()
          && one.words.equals(other.words)
          && isSamePlace(one.element, other.element);
    }

    private static boolean isSamePlace(DocumentElement one, DocumentElement other) {
      PointId point = one.point();
      boolean isOfPoints = point != null && other.point() != null;
      return isOfPoints ? Objects.equals(point, other.point()) : one.id().equals(other.id());
    }

    /// More than half of the words; fewer are enough under the same number.
    private static int likeness(Block one, Block other) {
      if (one.element.kind() != other.element.kind()) {
        return 0;
      }
      int shared = one.bag.shared(other.bag);
      boolean isHere = isSamePlace(one.element, other.element);
      if (one.body.isEmpty() && other.body.isEmpty()) {
        return isHere ? 1 : 0;
      }
      boolean isLike =
          shared >= LEAST_SHARED_HERE || one.bag.contained(other.bag) >= LEAST_CONTAINED;
      return isHere && isLike
          ? Math.addExact(shared, PREFERRED_HERE)
          : shared > LEAST_SHARED ? shared : 0;
    }

    private Aligned element(@Nullable Block from, @Nullable Block to) {
      List<Line> old = from == null ? List.of() : from.lines;
      List<Line> fresh = to == null ? List.of() : to.lines;
      List<ComparedLine> lines = new ArrayList<>();
      for (MyersDiff.Step each :
          Alignment.of(
              old.size(),
              fresh.size(),
              (i, j) -> isSame(old.get(i), fresh.get(j)),
              (i, j) -> likeness(old.get(i), fresh.get(j)))) {
        lines.add(
            line(
                each.before() < 0 ? null : old.get(each.before()),
                each.after() < 0 ? null : fresh.get(each.after())));
      }
      ComparedElement compared =
          new ComparedElement(
              from == null ? Piece.Kind.ADDED : to == null ? Piece.Kind.REMOVED : Piece.Kind.KEPT,
              from == null ? null : from.element,
              to == null ? null : to.element,
              lines,
              null);
      return new Aligned(compared, to != null ? to : Objects.requireNonNull(from));
    }

    private static boolean isSame(Line one, Line other) {
      return one.line.role() == other.line.role() && one.words.equals(other.words);
    }

    private static int likeness(Line one, Line other) {
      Bag bag = Bag.of(one.words);
      Bag others = Bag.of(other.words);
      int shared = bag.shared(others);
      boolean isBeginning =
          one.line.role() == other.line.role() && one.line.role() != DocumentLine.LineRole.BODY;
      boolean isLike = shared > LEAST_SHARED_HERE || bag.contained(others) >= LEAST_CONTAINED;
      return isBeginning ? Math.addExact(shared, 1) : isLike ? Math.max(shared, 1) : 0;
    }

    private ComparedLine line(@Nullable Line from, @Nullable Line to) {
      if (to == null) {
        Line gone = Objects.requireNonNull(from);
        return new ComparedLine(gone.line, null, gone.printed, whole(Piece.Kind.REMOVED, gone));
      }
      List<Piece> pieces =
          from == null
              ? whole(Piece.Kind.ADDED, to)
              : from.printed.words().equals(to.printed.words())
                  ? whole(Piece.Kind.KEPT, to)
                  : wholeBrackets(WordDiff.between(from.printed.words(), to.printed.words()));
      return new ComparedLine(from == null ? null : from.line, to.line, to.printed, pieces);
    }

    /// A change that begins with the sign that closes a bracket, and is followed by another one,
    /// goes around a whole bracket instead.
    private static List<Piece> wholeBrackets(List<Piece> pieces) {
      List<Piece> whole = new ArrayList<>(pieces);
      for (int i = 1; i + 1 < whole.size(); i++) {
        Piece before = whole.get(i - 1);
        Piece change = whole.get(i);
        Piece after = whole.get(i + 1);
        if (before.kind() == Piece.Kind.KEPT
            && change.kind() != Piece.Kind.KEPT
            && after.kind() == Piece.Kind.KEPT
            && change.text().startsWith("]")
            && after.text().startsWith("]")) {
          whole.set(i - 1, new Piece(Piece.Kind.KEPT, before.text() + "]"));
          whole.set(i, new Piece(change.kind(), change.text().substring(1) + "]"));
          whole.set(i + 1, new Piece(Piece.Kind.KEPT, after.text().substring(1)));
        }
      }
      return whole.stream().filter(each -> !each.text().isEmpty()).toList();
    }

    private static List<Piece> whole(Piece.Kind kind, Line line) {
      String words = line.printed.words();
      return words.isEmpty() ? List.of() : List.of(new Piece(kind, words));
    }

    /// Tells what was removed and added with the same words where the other one is.
    private static List<ComparedElement> withMoves(List<Aligned> all) {
      Map<List<String>, DocumentElement> gone = new HashMap<>();
      Map<List<String>, DocumentElement> come = new HashMap<>();
      for (Aligned each : all) {
        switch (each.compared.kind()) {
          case KEPT -> {}
          case ADDED -> come.putIfAbsent(each.block.body, each.block.element);
          case REMOVED -> gone.putIfAbsent(each.block.body, each.block.element);
        }
      }
      return all.stream()
          .map(
              each -> {
                DocumentElement other =
                    each.block.body.size() < FEWEST_WORDS_MOVED
                        ? null
                        : switch (each.compared.kind()) {
                          case KEPT -> null;
                          case ADDED -> gone.get(each.block.body);
                          case REMOVED -> come.get(each.block.body);
                        };
                return other == null ? each.compared : each.compared.movedTo(other);
              })
          .toList();
    }
  }
}
