package org.parley.casefile.folder;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.folder.RecordPatch.Slot;
import org.parley.casefile.shape.FlowText;
import org.parley.casefile.shape.Kinds;
import org.parley.casefile.shape.RecordText;
import org.parley.casefile.shape.Shape;
import org.parley.casefile.yaml.ListedText;
import org.parley.casefile.yaml.Node;
import org.parley.casefile.yaml.Node.Entry;
import org.parley.casefile.yaml.Node.Mapping;
import org.parley.casefile.yaml.Node.Scalar;
import org.parley.casefile.yaml.Node.Sequence;
import org.parley.casefile.yaml.SourceText;
import org.parley.casefile.yaml.TextPatch;
import org.parley.casefile.yaml.YamlReader;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;

/// The text of one case file, and the texts it becomes when one record changes.
final class CaseText {

  private final String text;
  private final @Nullable Mapping top;
  private final TextPatch patch;
  private final RecordPatch records;

  /// @param root the parsed text, of a file without problems
  CaseText(String text, @Nullable Node root) {
    this.text = text;
    this.top = root instanceof Mapping mapping ? mapping : null;
    this.patch = new TextPatch(text, root);
    this.records = new RecordPatch(patch);
  }

  /// The parsed text of a file.
  static @Nullable Node root(String name, String text) {
    return YamlReader.read(new SourceText(name, text)).root();
  }

  boolean hasHeader() {
    return top != null && top.entry(Kinds.HEADER) != null;
  }

  /// Whether there is such a key.
  boolean holds(String key) {
    return top != null && top.entry(key) != null;
  }

  /// Whether there is a list of such records to append to.
  boolean takes(String key) {
    return top != null && top.get(key) instanceof Sequence;
  }

  private static Shape.Structure shape(String key) {
    Shape.Structure shape = Kinds.records().get(key);
    if (shape == null) {
      throw new IllegalArgumentException("not a kind of record: " + key);
    }
    return shape;
  }

  /// The text with one more record.
  String add(String key, CaseRecord record) {
    Shape.Structure shape = shape(key);
    if (top != null && top.get(key) instanceof Sequence list) {
      if (list.items().isEmpty()) {
        patch.replaceWords(list.start(), list.end(), "[" + FlowText.of(shape, record, true) + "]");
      } else {
        var _ = records.insertItem(shape, list, list.items().size(), record);
      }
    } else if (holds(key)) {
      throw new TextPatch.Unpatchable("the only one of the " + key + " is not written as a list");
    } else if (top != null && top.flow()) {
      String words = key + ": [" + FlowText.of(shape, record, true) + "]";
      int size = top.entries().size();
      patch.insert(
          size == 0 ? top.start() + 1 : top.entries().getLast().value().end(),
          size == 0 ? words : ", " + words);
    } else {
      append(key, shape, record);
    }
    return patch.apply();
  }

  /// Whether there is a list of such records to append several to.
  boolean takesMany(String key) {
    return top != null && top.get(key) instanceof Sequence list && !list.items().isEmpty();
  }

  /// Adds one more record after those of its list, as [#takesMany] allows.
  ///
  /// @return how many bytes its text has
  int addToList(String key, CaseRecord added) {
    if (top == null || !(top.get(key) instanceof Sequence list)) {
      throw new TextPatch.Unpatchable("there is no list of " + key);
    }
    return records
        .insertItem(shape(key), list, list.items().size(), added)
        .getBytes(StandardCharsets.UTF_8)
        .length;
  }

  /// The text with what was added to it.
  String changed() {
    return patch.apply();
  }

  private void append(String key, Shape.Structure shape, CaseRecord record) {
    int indent =
        top == null || top.entries().isEmpty()
            ? 0
            : patch.column(top.entries().getFirst().key().start());
    int at = patch.length();
    if (top != null && !top.entries().isEmpty()) {
      int end = patch.nextLine(patch.end(top));
      at =
          text.substring(Math.min(end, text.length())).matches("(?s)(.*[\\r\\n])?(\\.\\.\\.|---).*")
              ? end
              : at;
    }
    boolean apart = at > 0 && !patch.followsBlankLine(at);
    patch.insert(
        at,
        (apart ? "\n" : "")
            + " ".repeat(indent)
            + key
            + ":\n"
            + RecordText.item(shape, record, indent + 2));
  }

  /// The text with one record in the place of another with the same id.
  String change(String key, CaseRecord before, CaseRecord after) {
    records.change(shape(key), find(key, before.id().value()).slot, before, after);
    return patch.apply();
  }

  /// The text with another header.
  String describe(CaseInfo before, CaseInfo after) {
    Entry header = top == null ? null : top.entry(Kinds.HEADER);
    if (top != null && header != null) {
      records.change(Kinds.header(), records.slot(top, header), before, after);
    }
    return patch.apply();
  }

  /// The text without one record.
  String remove(String key, String id) {
    Found found = find(key, id);
    if (found.list != null && found.list.items().size() > 1) {
      records.removeItem(found.list, found.index);
    } else if (top != null) {
      removeEntry(top, top.entries().indexOf(found.entry));
    }
    return patch.apply();
  }

  private void removeEntry(Mapping top, int index) {
    Entry entry = top.entries().get(index);
    if (!top.flow()) {
      int key = entry.key().start();
      patch.removeLines(key, patch.end(entry.value()), patch.column(key));
    } else if (index > 0) {
      patch.replaceWords(top.entries().get(index - 1).value().end(), entry.value().end(), "");
    } else if (top.entries().size() > 1) {
      patch.replaceWords(entry.key().start(), top.entries().get(1).key().start(), "");
    } else {
      patch.replaceWords(entry.key().start(), entry.value().end(), "");
    }
  }

  /// The position of a record.
  private record Found(Entry entry, @Nullable Sequence list, int index, Slot slot) {}

  private Found find(String key, String id) {
    Entry entry = top == null ? null : top.entry(key);
    if (top != null && entry != null) {
      if (entry.value() instanceof Sequence list) {
        int at = indexOf(list, id);
        if (at >= 0) {
          return new Found(entry, list, at, records.slot(list, at));
        }
      } else if (isRecord(entry.value(), id)) {
        return new Found(entry, null, 0, records.slot(top, entry));
      }
    }
    throw new TextPatch.Unpatchable("no record " + id + " in this file");
  }

  /// The record in a list; -1 if it is not there. Items whose text has the id are tried first.
  private static int indexOf(Sequence list, String id) {
    for (int i = ListedText.next(list, 0, id);
        i < list.items().size();
        i = ListedText.next(list, i + 1, id)) {
      if (isRecord(list.items().get(i), id)) {
        return i;
      }
    }
    for (int i = 0; i < list.items().size(); i++) {
      if (isRecord(list.items().get(i), id)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isRecord(Node node, String id) {
    return node instanceof Mapping mapping
        && mapping.get("id") instanceof Scalar scalar
        && scalar.value().equals(id);
  }
}
