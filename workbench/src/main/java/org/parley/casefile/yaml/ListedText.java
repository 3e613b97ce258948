package org.parley.casefile.yaml;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.yaml.Node.Entry;
import org.parley.casefile.yaml.Node.Mapping;
import org.parley.casefile.yaml.Node.Scalar;
import org.parley.casefile.yaml.Node.Sequence;

/// A text of which the items of the lists at the top are parsed when they are asked for. Immutable.
///
/// After a change within one list, only items whose text changed are parsed. The reader of the
/// subset decides line by line: at the dash of an item its state is the rest of the text. So items
/// before the first change, and from the first dash after the last change on, mean the same. A law
/// compares this with a text that is parsed anew.
public final class ListedText {

  private static final int BLOCK = 1 << 12;

  private final String text;
  private final List<Top> tops;
  private final Mapping root;

  /// A key at the top, with its value or the items of its list.
  private record Top(Scalar key, Node value, @Nullable Items items) {

    Entry entry() {
      return new Entry(key, value);
    }

    Top shifted(String text, int by) {
      Scalar moved = new Scalar(key.start() + by, key.end() + by, key.value(), key.style());
      return items == null
          ? new Top(moved, ListedText.shifted(value, by), null)
          : of(moved, items.in(text, by), value.end() + by);
    }

    static Top of(Scalar key, Items items, int end) {
      return new Top(key, new Sequence(items.starts[0] + items.indent, end, false, items), items);
    }
  }

  /// The items of a list, parsed at each access.
  static final class Items extends AbstractList<Node> implements RandomAccess {

    private final String text;
    private final int indent;
    private final int[] starts;
    private final int after;

    private Items(String text, int indent, int[] starts, int after) {
      this.text = text;
      this.indent = indent;
      this.starts = starts;
      this.after = after;
    }

    @Override
    public Node get(int index) {
      return SubsetReader.item(text, starts[index], indent);
    }

    @Override
    public int size() {
      return starts.length;
    }

    /// Where the line of an item begins, or the line after the list.
    private int start(int index) {
      return index < starts.length ? starts[index] : after;
    }

    /// The first item from `from` on whose text contains words; their number if there is none.
    int next(int from, String words) {
      int at = from < starts.length ? text.indexOf(words, starts[from], after) : -1;
      return at < 0 ? starts.length : indexAt(at);
    }

    /// The last item that begins before an offset or at it; -1 for none.
    int indexAt(int offset) {
      int found = Arrays.binarySearch(starts, offset);
      return found >= 0 ? found : -found - 2;
    }

    private Items in(String other, int by) {
      int[] moved = starts;
      if (by != 0) {
        moved = starts.clone();
        for (int i = 0; i < moved.length; i++) {
          moved[i] += by;
        }
      }
      return new Items(other, indent, moved, after + by);
    }
  }

  private ListedText(String text, List<Top> tops) {
    this.text = text;
    this.tops = tops;
    this.root =
        new Mapping(
            tops.getFirst().key.start(),
            tops.getLast().value.end(),
            false,
            tops.stream().map(Top::entry).toList());
  }

  /// A text of the subset; empty for any other.
  public static Optional<ListedText> of(String text) {
    SubsetReader.WholeText whole = SubsetReader.whole(text);
    if (whole == null || !(whole.root() instanceof Mapping top)) {
      return Optional.empty();
    }
    List<Top> tops = new ArrayList<>();
    for (Entry each : top.entries()) {
      SubsetReader.ListLines lines =
          each.value() instanceof Sequence list && !list.flow()
              ? whole.lists().get(list.start())
              : null;
      tops.add(
          lines == null
              ? new Top(each.key(), each.value(), null)
              : Top.of(
                  each.key(),
                  new Items(text, lines.indent(), ints(lines.starts()), lines.after()),
                  each.value().end()));
    }
    return Optional.of(new ListedText(text, List.copyOf(tops)));
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  public String text() {
    return text;
  }

  /// The root, equal to that of the text when it is parsed at once.
  public Mapping root() {
    return root;
  }

  /// The first item of a list from `from` on whose text may contain words; the number of items if
  /// there is none.
  public static int next(Sequence list, int from, String words) {
    return list.items() instanceof Items items ? items.next(from, words) : from;
  }

  // changes

  /// The text after a change within one list; empty if that cannot be told from the items that
  /// changed.
  public Optional<ListedText> changed(String now) {
    if (now.equals(text)) {
      return Optional.of(this);
    }
    int prefix = prefix(text, now);
    int suffix = suffix(text, now, Math.min(text.length(), now.length()) - prefix);
    int until = Math.min(now.length(), now.length() - suffix + 1);
    if (!SubsetReader.hasPlainCharacters(now, Math.max(0, prefix - 1), until)) {
      return Optional.empty();
    }
    for (int i = tops.size() - 1; i >= 0; i--) {
      Items items = tops.get(i).items;
      if (items != null && items.starts[0] + items.indent + 2 <= prefix) {
        return text.length() - suffix <= items.after
            ? changed(now, i, items, prefix, suffix)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<ListedText> changed(String now, int at, Items items, int prefix, int suffix) {
    int delta = now.length() - text.length();
    int first = items.indexAt(prefix - items.indent - 2);
    SubsetReader.SomeItems read =
        SubsetReader.items(
            now,
            items.starts[first],
            items.indent,
            line ->
                line >= now.length() - suffix
                    && (line - delta == items.after
                        || Arrays.binarySearch(items.starts, line - delta) >= 0));
    if (read == null) {
      return Optional.empty();
    }
    int next =
        read.after() - delta == items.after
            ? items.starts.length
            : Arrays.binarySearch(items.starts, read.after() - delta);
    int count = first + read.starts().size();
    int[] starts = Arrays.copyOf(items.starts, count + items.starts.length - next);
    for (int i = first; i < count; i++) {
      starts[i] = read.starts().get(i - first);
    }
    for (int i = next; i < items.starts.length; i++) {
      starts[count + i - next] = items.starts[i] + delta;
    }
    Top top = tops.get(at);
    int end = next == items.starts.length ? read.end() : top.value.end() + delta;
    List<Top> all = new ArrayList<>();
    for (int i = 0; i < tops.size(); i++) {
      all.add(
          i == at
              ? Top.of(top.key, new Items(now, items.indent, starts, items.after + delta), end)
              : tops.get(i).shifted(now, i < at ? 0 : delta));
    }
    return Optional.of(new ListedText(now, List.copyOf(all)));
  }

  private static int prefix(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int at = 0;
    while (at + BLOCK <= most && one.regionMatches(at, other, at, BLOCK)) {
      at += BLOCK;
    }
    while (at < most && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  private static int suffix(String one, String other, int most) {
    int count = 0;
    while (count + BLOCK <= most
        && one.regionMatches(
            one.length() - count - BLOCK, other, other.length() - count - BLOCK, BLOCK)) {
      count += BLOCK;
    }
    while (count < most
        && one.charAt(one.length() - count - 1) == other.charAt(other.length() - count - 1)) {
      count++;
    }
    return count;
  }

  private static Node shifted(Node node, int by) {
    return switch (node) {
      case Scalar scalar ->
          new Scalar(scalar.start() + by, scalar.end() + by, scalar.value(), scalar.style());
      case Sequence list ->
          new Sequence(
              list.start() + by,
              list.end() + by,
              list.flow(),
              list.items().stream().map(each -> shifted(each, by)).toList());
      case Mapping map ->
          new Mapping(
              map.start() + by,
              map.end() + by,
              map.flow(),
              map.entries().stream()
                  .map(
                      each ->
                          new Entry((Scalar) shifted(each.key(), by), shifted(each.value(), by)))
                  .toList());
      case Node.Broken broken -> new Node.Broken(broken.start() + by, broken.end() + by);
    };
  }

  /// A list whose items are in part others than before.
  ///
  /// @param key its key
  /// @param items the items that were not there before
  /// @param beforeFrom where the lines of the items that are gone began
  /// @param beforeUntil where they ended
  /// @param from where the lines of the new items begin
  /// @param until where they end
  public record ListDifference(
      Scalar key, List<Node> items, int beforeFrom, int beforeUntil, int from, int until) {}

  /// The differences from an earlier text, in the order of the text; empty if more than items
  /// differs.
  public Optional<List<ListDifference>> differencesFrom(ListedText before) {
    if (tops.size() != before.tops.size()) {
      return Optional.empty();
    }
    List<ListDifference> differences = new ArrayList<>();
    for (int i = 0; i < tops.size(); i++) {
      Top now = tops.get(i);
      Top then = before.tops.get(i);
      boolean isList = now.items != null && then.items != null;
      boolean isSame =
          isList
              ? now.key.value().equals(then.key.value())
              : now.items == null
                  && then.items == null
                  && text.substring(now.key.start(), now.value.end())
                      .equals(before.text.substring(then.key.start(), then.value.end()));
      if (!isSame) {
        return Optional.empty();
      }
      if (now.items != null && then.items != null) {
        difference(now.key, then.items, now.items).ifPresent(differences::add);
      }
    }
    return Optional.of(differences);
  }

  private static Optional<ListDifference> difference(Scalar key, Items then, Items now) {
    if (then.indent != now.indent) {
      return Optional.of(difference(key, then, 0, then.size(), now, 0, now.size()));
    }
    int shorter = Math.min(then.size(), now.size());
    int first = 0;
    while (first < shorter && isSame(then, first, now, first)) {
      first++;
    }
    int last = 0;
    while (last < shorter - first
        && isSame(then, then.size() - 1 - last, now, now.size() - 1 - last)) {
      last++;
    }
    return first == then.size() && first == now.size()
        ? Optional.empty()
        : Optional.of(
            difference(key, then, first, then.size() - last, now, first, now.size() - last));
  }

  private static ListDifference difference(
      Scalar key, Items then, int thenFrom, int thenUntil, Items now, int from, int until) {
    return new ListDifference(
        key,
        List.copyOf(now.subList(from, until)),
        then.start(thenFrom),
        then.start(thenUntil),
        now.start(from),
        now.start(until));
  }

  private static boolean isSame(Items one, int at, Items other, int there) {
    int length = one.start(at + 1) - one.start(at);
    return length == other.start(there + 1) - other.start(there)
        && one.text.regionMatches(one.start(at), other.text, other.start(there), length);
  }
}
