package org.parley.casefile.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.yaml.Node;
import org.parley.casefile.yaml.Node.Entry;
import org.parley.casefile.yaml.Node.Mapping;
import org.parley.casefile.yaml.Node.Scalar;
import org.parley.casefile.yaml.Node.Sequence;
import org.parley.casefile.yaml.SourceText;
import org.parley.casefile.yaml.TextPatch;
import org.parley.casefile.yaml.YamlReader;

/// Three-way merge of the texts of one case file, record by record, for a merge driver of git.
///
/// A merge by lines fails here. Two branches that each add a record add lines at the same place,
/// which is a conflict. Git's union merge shares lines that two records have in common, so that
/// records get mixed. Here a record with the comments before it is a block; blocks are never mixed,
/// and keep their text. Cost: linear in the texts.
public final class TextMerge {

  /// The result of a merge.
  ///
  /// @param text the merged text; a conflicting block occurs twice, between git's conflict markers
  /// @param clashes the conflicts: ids of records, or keys of the file
  public record Merged(String text, List<String> clashes) {
    public Merged {
      clashes = List.copyOf(clashes);
    }
  }

  /// The name of a block: the key of a list with the id of a record.
  ///
  /// Without id, it is the part before the records, or a key without a list of records. Without
  /// both, it is the end of the file.
  private record Name(String key, String id) {
    @Override
    public String toString() {
      return id.isEmpty() ? key.isEmpty() ? "the end of the file" : key : id;
    }
  }

  private final Map<Name, String> base;
  private final Map<Name, String> ours;
  private final Map<Name, String> theirs;
  private final List<String> clashes = new ArrayList<>();

  private TextMerge(Map<Name, String> base, Map<Name, String> ours, Map<Name, String> theirs) {
    this.base = base;
    this.ours = ours;
    this.theirs = theirs;
  }

  /// Merges two texts with a common ancestor.
  public static Merged of(String base, String ours, String theirs) {
    if (ours.equals(theirs) || theirs.equals(base)) {
      return new Merged(ours, List.of());
    }
    if (ours.equals(base)) {
      return new Merged(theirs, List.of());
    }
    Optional<Map<Name, String>> one = blocks(base);
    Optional<Map<Name, String>> two = blocks(ours);
    Optional<Map<Name, String>> three = blocks(theirs);
    if (one.isPresent() && two.isPresent() && three.isPresent()) {
      Merged merged = new TextMerge(one.get(), two.get(), three.get()).merge();
      if (!merged.clashes.isEmpty() || blocks(merged.text).isPresent()) {
        return merged;
      }
    }
    return new Merged(conflict(ours, theirs), List.of("the whole file"));
  }

  private static String conflict(String ours, String theirs) {
    return "<<<<<<< ours\n" + ended(ours) + "=======\n" + ended(theirs) + ">>>>>>> theirs\n";
  }

  private static String ended(String text) {
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }

  // texts to blocks

  /// The blocks of a text, in order; their concatenation is the text. Empty if it is not written
  /// one key per line and one record per block, or has duplicates.
  private static Optional<Map<Name, String>> blocks(String text) {
    YamlReader.Result read = YamlReader.read(new SourceText("merge", text));
    Map<Name, String> blocks = new LinkedHashMap<>();
    if (read.root() == null && read.faults().isEmpty()) {
      blocks.put(new Name("", ""), text);
      return Optional.of(blocks);
    }
    if (!read.faults().isEmpty() || !(read.root() instanceof Mapping top) || top.flow()) {
      return Optional.empty();
    }
    TextPatch places = new TextPatch(text, top);
    int from = 0;
    for (Entry entry : top.entries()) {
      String key = entry.key().value();
      if (entry.value() instanceof Sequence list && isBlocks(list)) {
        int head = places.nextLine(entry.key().start());
        blocks.put(new Name(key, ""), text.substring(from, head));
        from = head;
        for (Node item : list.items()) {
          int end = places.nextLine(Math.max(from, places.end(item) - 1));
          Name name = new Name(key, id(item));
          if (end <= from || blocks.putIfAbsent(name, text.substring(from, end)) != null) {
            return Optional.empty();
          }
          from = end;
        }
      } else {
        int end = places.nextLine(Math.max(entry.key().start(), places.end(entry.value()) - 1));
        if (end <= from) {
          return Optional.empty();
        }
        blocks.put(new Name(key, ""), text.substring(from, end));
        from = end;
      }
    }
    blocks.put(new Name("", ""), text.substring(from));
    return Optional.of(blocks);
  }

  private static boolean isBlocks(Sequence list) {
    return !list.flow() && list.items().stream().noneMatch(item -> id(item).isEmpty());
  }

  private static String id(Node item) {
    return item instanceof Mapping record && record.get("id") instanceof Scalar id
        ? id.value()
        : "";
  }

  // blocks to a text

  private Merged merge() {
    List<Name> order = new ArrayList<>(ours.keySet());
    Name before = null;
    for (Name name : theirs.keySet()) {
      if (!ours.containsKey(name)) {
        order.add(placeAfter(order, before, name), name);
      }
      before = name;
    }
    Map<Name, String> merged = new LinkedHashMap<>();
    for (Name name : order) {
      String text = merged(name);
      if (text != null) {
        merged.put(name, text);
      }
    }
    StringBuilder text = new StringBuilder();
    merged.forEach(
        (name, block) -> {
          if (!isEmptyHead(name, merged)) {
            text.append(ended(block));
          }
        });
    return new Merged(text.toString(), clashes);
  }

  /// The position after the block it follows there, and after blocks added at the same place here.
  private int placeAfter(List<Name> order, @Nullable Name before, Name name) {
    int at = before == null ? 0 : order.indexOf(before) + 1;
    while (at < order.size()
        && !base.containsKey(order.get(at))
        && (order.get(at).key().equals(name.key())
            || (before != null && order.get(at).key().equals(before.key())))) {
      at++;
    }
    return at;
  }

  /// Whether all records of a key are removed, so that the key is, too.
  private boolean isEmptyHead(Name name, Map<Name, String> merged) {
    return name.id().isEmpty()
        && hasRecords(ours, name)
        && merged.keySet().stream().noneMatch(each -> isBelow(each, name));
  }

  private static boolean hasRecords(Map<Name, String> side, Name name) {
    return side.keySet().stream().anyMatch(each -> isBelow(each, name));
  }

  private static boolean isBelow(Name name, Name head) {
    return !name.id().isEmpty() && name.key().equals(head.key());
  }

  /// The merged block; null if it is removed.
  private @Nullable String merged(Name name) {
    String was = base.get(name);
    String here = ours.get(name);
    String there = theirs.get(name);
    if (isSame(here, there) || isSame(there, was)) {
      return here;
    }
    if (isSame(here, was)) {
      return there;
    }
    clashes.add(name.toString());
    return conflict(Objects.requireNonNullElse(here, ""), Objects.requireNonNullElse(there, ""));
  }

  /// Whether two blocks are equal except for blank lines around them.
  private static boolean isSame(@Nullable String one, @Nullable String other) {
    return (one == null || other == null)
        ? Objects.equals(one, other)
        : one.strip().equals(other.strip());
  }
}
