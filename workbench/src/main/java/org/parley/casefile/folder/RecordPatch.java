package org.parley.casefile.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseFormat;
import org.parley.casefile.shape.FlowText;
import org.parley.casefile.shape.RecordText;
import org.parley.casefile.shape.Shape;
import org.parley.casefile.yaml.Node;
import org.parley.casefile.yaml.Node.Entry;
import org.parley.casefile.yaml.Node.Mapping;
import org.parley.casefile.yaml.Node.Scalar;
import org.parley.casefile.yaml.Node.Sequence;
import org.parley.casefile.yaml.TextPatch;
import org.parley.casefile.yaml.YamlScalars;
import org.parley.model.CaseInfo;
import org.parley.model.LocalizedText;

/// Patches the text of one value into that of another, touching only changed keys and list items.
final class RecordPatch {

  /// The syntactic position of a value.
  enum Where {
    /// After a key on its own line.
    KEY,
    /// After a dash.
    ITEM,
    /// In brackets or braces.
    FLOW
  }

  /// The position of a value.
  ///
  /// @param from after the colon, at the dash, or at the value itself
  /// @param indent the column of the key or of the dash
  record Slot(Node node, Where where, int from, int indent) {}

  private final TextPatch patch;

  RecordPatch(TextPatch patch) {
    this.patch = patch;
  }

  /// The place of the value of an entry.
  Slot slot(Mapping mapping, Entry entry) {
    return mapping.flow()
        ? new Slot(entry.value(), Where.FLOW, entry.value().start(), 0)
        : new Slot(
            entry.value(), Where.KEY, patch.colonEnd(entry), patch.column(entry.key().start()));
  }

  /// The place of an item of a list.
  Slot slot(Sequence sequence, int index) {
    Node item = sequence.items().get(index);
    if (sequence.flow()) {
      return new Slot(item, Where.FLOW, item.start(), 0);
    }
    int dash = patch.dash(sequence, index);
    return new Slot(item, Where.ITEM, dash, patch.column(dash));
  }

  /// Changes a value.
  void change(Shape shape, Slot slot, Object before, Object after) {
    if (before.equals(after)) {
      return;
    }
    switch (shape) {
      case Shape.Structure structure when slot.node instanceof Mapping mapping ->
          structure(structure, mapping, slot, before, after);
      case Shape.Table table when slot.node instanceof Mapping mapping ->
          table(table, mapping, slot, (Map<?, ?>) before, (Map<?, ?>) after);
      case Shape.Many(Shape element) -> {
        List<?> old = (List<?>) before;
        List<?> wanted = (List<?>) after;
        if (slot.node instanceof Sequence sequence && !sequence.flow()) {
          list(element, sequence, old, wanted);
        } else if (!(slot.node instanceof Sequence) && old.size() == 1 && wanted.size() == 1) {
          change(element, slot, old.getFirst(), wanted.getFirst());
        } else {
          replace(shape, slot, after);
        }
      }
      case Shape.Localized _
          when slot.node instanceof Mapping mapping
              && before instanceof LocalizedText old
              && after instanceof LocalizedText text
              && text.language() != null
              && text.language().equals(old.language()) ->
          table(Shape.Localized.TEXTS, mapping, slot, old.byLanguage(), text.byLanguage());
      case Shape.Union union -> union(union, slot, before, after);
      default -> replace(shape, slot, after);
    }
  }

  private void replace(Shape shape, Slot slot, Object value) {
    StringBuilder out = new StringBuilder();
    switch (slot.where) {
      case KEY -> RecordText.value(out, shape, value, slot.indent);
      case ITEM -> {
        RecordText.listItem(out, shape, value, slot.indent);
        out.delete(0, slot.indent);
      }
      case FLOW -> {
        String words = FlowText.of(shape, value, true);
        patch.replaceWords(slot.from, slot.node.end(), words);
        return;
      }
    }
    patch.replaceLines(slot.from, patch.end(slot.node), out.toString(), slot.indent);
  }

  private void union(Shape.Union union, Slot slot, Object before, Object after) {
    Shape.Member member = union.memberOf(after);
    boolean inside =
        union.memberOf(before).name().equals(member.name())
            && slot.node instanceof Mapping mapping
            && mapping.entries().size() == 1;
    if (inside && slot.node instanceof Mapping mapping) {
      Slot inner = slot(mapping, mapping.entries().getFirst());
      if (member.form() == Shape.Form.VALUE) {
        Shape shape = member.structure().keys().getFirst().shape();
        change(shape, inner, FlowText.only(member, before), FlowText.only(member, after));
        return;
      }
      if (inner.node instanceof Mapping components) {
        structure(member.structure(), components, inner, before, after);
        return;
      }
    }
    replace(union, slot, after);
  }

  // maps

  /// A key to be written, and its value.
  private record Wanted(String name, Shape shape, Object value, @Nullable Object before) {}

  private void structure(
      Shape.Structure shape, Mapping mapping, Slot slot, Object before, Object after) {
    List<Wanted> wanted = new ArrayList<>();
    if (shape.type() == CaseInfo.class && mapping.get(CaseFormat.KEY) instanceof Scalar format) {
      // The format is not part of the case, so no edit touches it.
      wanted.add(new Wanted(CaseFormat.KEY, new Shape.Text(), format.value(), format.value()));
    }
    for (Shape.Key key : shape.keys()) {
      Object value = key.of(after);
      boolean stays = mapping.entry(key.name()) != null && Objects.equals(value, key.of(before));
      if (value != null && (stays || !value.equals(key.absent()))) {
        wanted.add(new Wanted(key.name(), key.shape(), value, key.of(before)));
      }
    }
    if (!map(mapping, wanted)) {
      replace(shape, slot, after);
    }
  }

  private void table(
      Shape.Table table, Mapping mapping, Slot slot, Map<?, ?> before, Map<?, ?> after) {
    List<Wanted> wanted = new ArrayList<>();
    after.forEach(
        (key, value) ->
            wanted.add(
                new Wanted(
                    RecordText.text(table.key(), key), table.value(), value, before.get(key))));
    if (!map(mapping, wanted)) {
      replace(table, slot, after);
    }
  }

  /// Patches a map to the wanted keys; returns false, without changes, if none of its keys stays.
  private boolean map(Mapping mapping, List<Wanted> wanted) {
    List<Entry> entries = mapping.entries();
    List<String> names = wanted.stream().map(Wanted::name).toList();
    List<Entry> kept = entries.stream().filter(e -> names.contains(e.key().value())).toList();
    if (kept.isEmpty()) {
      return false;
    }
    remove(mapping, kept);
    Entry anchor = null;
    for (Wanted each : wanted) {
      Entry entry = mapping.entry(each.name);
      if (entry == null) {
        insert(mapping, anchor, kept.getFirst(), each);
      } else {
        anchor = entry;
        if (each.before != null) {
          change(each.shape, slot(mapping, entry), each.before, each.value);
        }
      }
    }
    return true;
  }

  private void remove(Mapping mapping, List<Entry> kept) {
    List<Entry> entries = mapping.entries();
    int first = entries.indexOf(kept.getFirst());
    int keyColumn = patch.column(entries.getFirst().key().start());
    boolean together = mapping.flow() || !patch.beginsLine(entries.getFirst().key().start());
    if (together && first > 0) {
      // The text after a dash or a brace extends to the first key that stays.
      int from = entries.getFirst().key().start();
      patch.replaceWords(from, kept.getFirst().key().start(), "");
    }
    for (int i = together ? first + 1 : 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (kept.contains(entry)) {
        continue;
      }
      if (mapping.flow()) {
        patch.replaceWords(entries.get(i - 1).value().end(), entry.value().end(), "");
      } else {
        patch.removeLines(entry.key().start(), patch.end(entry.value()), keyColumn);
      }
    }
  }

  private void insert(Mapping mapping, @Nullable Entry anchor, Entry first, Wanted key) {
    String name = YamlScalars.inline(key.name, mapping.flow());
    if (mapping.flow()) {
      String words = name + ": " + FlowText.of(key.shape, key.value, true);
      if (anchor == null) {
        patch.insert(first.key().start(), words + ", ");
      } else {
        patch.insert(anchor.value().end(), ", " + words);
      }
      return;
    }
    int indent = patch.column(mapping.entries().getFirst().key().start());
    StringBuilder lines = new StringBuilder(name).append(':');
    RecordText.value(lines, key.shape, key.value, indent);
    if (anchor == null) {
      patch.insert(first.key().start(), lines + " ".repeat(indent));
    } else {
      patch.insert(patch.nextLine(patch.end(anchor.value())), " ".repeat(indent) + lines);
    }
  }

  // block sequences

  private void list(Shape element, Sequence sequence, List<?> before, List<?> after) {
    int prefix = 0;
    int shorter = Math.min(before.size(), after.size());
    while (prefix < shorter && before.get(prefix).equals(after.get(prefix))) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < shorter - prefix
        && before.get(before.size() - 1 - suffix).equals(after.get(after.size() - 1 - suffix))) {
      suffix++;
    }
    int oldEnd = before.size() - suffix;
    int newEnd = after.size() - suffix;
    int at = prefix;
    for (; at < Math.min(oldEnd, newEnd); at++) {
      change(element, slot(sequence, at), before.get(at), after.get(at));
    }
    for (int i = at; i < oldEnd; i++) {
      removeItem(sequence, i);
    }
    for (int i = at; i < newEnd; i++) {
      var _ = insertItem(element, sequence, oldEnd, after.get(i));
    }
  }

  /// Removes an item of a list that has others.
  void removeItem(Sequence sequence, int index) {
    List<Node> items = sequence.items();
    Node item = items.get(index);
    if (!sequence.flow()) {
      int dash = patch.dash(sequence, index);
      patch.removeLines(dash, patch.end(item), patch.column(dash));
    } else if (index > 0) {
      patch.replaceWords(items.get(index - 1).end(), item.end(), "");
    } else {
      patch.replaceWords(item.start(), items.get(1).start(), "");
    }
  }

  /// Inserts an item before the one at `index`, or at the end; returns its words.
  String insertItem(Shape element, Sequence sequence, int index, Object value) {
    List<Node> items = sequence.items();
    if (sequence.flow()) {
      String words = FlowText.of(element, value, true);
      int last = items.isEmpty() ? sequence.start() + 1 : items.getLast().end();
      patch.insert(last, items.isEmpty() ? words : ", " + words);
      return words;
    }
    int dash = patch.dash(sequence, 0);
    boolean apart =
        index == items.size()
            && element instanceof Shape.Structure
            && items.size() > 1
            && patch.isBlankLine(patch.nextLine(patch.end(items.get(items.size() - 2))));
    StringBuilder lines = new StringBuilder(apart ? "\n" : "");
    RecordText.listItem(lines, element, value, patch.column(dash));
    patch.insert(
        index == 0 ? dash - patch.column(dash) : patch.nextLine(patch.end(items.get(index - 1))),
        lines.toString());
    return lines.toString();
  }
}
