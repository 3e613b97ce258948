package org.parley.casefile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.shape.Binder;
import org.parley.casefile.shape.Declarations;
import org.parley.casefile.shape.Kinds;
import org.parley.casefile.shape.Locator;
import org.parley.casefile.shape.Shape;
import org.parley.casefile.yaml.FileFault;
import org.parley.casefile.yaml.Node;
import org.parley.casefile.yaml.Node.Broken;
import org.parley.casefile.yaml.Node.Entry;
import org.parley.casefile.yaml.Node.Mapping;
import org.parley.casefile.yaml.Node.Scalar;
import org.parley.casefile.yaml.Node.Sequence;
import org.parley.casefile.yaml.SourceText;
import org.parley.casefile.yaml.TextFault;
import org.parley.casefile.yaml.YamlReader;
import org.parley.model.CaseRecord;
import org.parley.model.checks.Spelling;
import org.parley.wording.Complaint;

/// The records of one file. Files depend on each other only by the ids they declare, so they are
/// parsed and bound in parallel.
final class FileRecords {

  /// A parsed file.
  ///
  /// @param declared every id it declares, in order
  record Parsed(SourceText source, YamlReader.Result yaml, List<Declared> declared) {

    static Parsed of(SourceText source) {
      return of(source, YamlReader.read(source));
    }

    static Parsed of(SourceText source, YamlReader.Result yaml) {
      List<Declared> declared = new ArrayList<>();
      if (yaml.readable() && yaml.root() instanceof Mapping top) {
        for (Entry entry : top.entries()) {
          Shape.Structure kind = Kinds.records().get(entry.key().value());
          if (kind != null) {
            Declarations.visit(
                new Shape.Many(kind),
                entry.value(),
                (id, type) ->
                    declared.add(
                        new Declared(id.value(), type, SourceLocation.of(source, id.start()))));
          }
        }
      }
      return new Parsed(source, yaml, declared);
    }
  }

  /// An id, the kind of thing that it names, and where it stands.
  record Declared(String id, Class<?> type, SourceLocation place) {}

  private final SourceText source;
  private final Binder binder;
  private final List<TextFault> faults = new ArrayList<>();
  private final List<CaseRecord> records = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Entry> headers = new ArrayList<>();
  private final Set<String> hidden = new HashSet<>();
  private int unmade;

  private FileRecords(SourceText source, Function<String, @Nullable Class<?>> declared) {
    this.source = source;
    this.binder = new Binder(declared, faults);
  }

  /// Binds the nodes of a file.
  ///
  /// @param declared the kind of each id in the case
  static FileRecords of(Parsed file, Function<String, @Nullable Class<?>> declared) {
    FileRecords bound = new FileRecords(file.source, declared);
    Node root = file.yaml.root();
    if (root instanceof Mapping top) {
      top.entries().forEach(bound::entry);
    } else if (root != null && !(root instanceof Broken)) {
      bound.fault(
          Locator.first(root),
          new Complaint(new FileFault.FileNotAMap(root.form(), List.copyOf(Kinds.topKeys()))));
    }
    return bound;
  }

  private void entry(Entry entry) {
    String name = entry.key().value();
    Shape.Structure kind = Kinds.records().get(name);
    if (kind != null) {
      records(entry, kind);
    } else if (name.equals(Kinds.HEADER)) {
      headers.add(entry);
    } else {
      fault(
          entry.key(),
          new Complaint(
              new FileFault.UnknownFileKey(List.copyOf(Kinds.topKeys())),
              name,
              Spelling.nearest(name, Kinds.topKeys()).orElse(null)));
    }
  }

  private void records(Entry entry, Shape.Structure kind) {
    if (entry.value() instanceof Scalar scalar) {
      fault(
          scalar.isEmpty() ? entry.key() : scalar,
          scalar.isEmpty()
              ? new Complaint(FileFault.Plain.KEY_WITHOUT_RECORDS, entry.key().value())
              : new Complaint(FileFault.Plain.RECORDS_NEEDED, scalar.value()));
      return;
    }
    List<Node> items =
        entry.value() instanceof Sequence sequence ? sequence.items() : List.of(entry.value());
    for (Node item : items) {
      if (binder.bind(kind, item) instanceof CaseRecord record) {
        records.add(record);
        nodes.add(item);
      } else {
        unmade++;
        Declarations.visit(kind, item, (id, _) -> hidden.add(id.value()));
      }
    }
  }

  private void fault(Node at, Complaint complaint) {
    faults.add(new TextFault(at.start(), at.end(), complaint));
  }

  SourceText source() {
    return source;
  }

  List<TextFault> faults() {
    return faults;
  }

  List<CaseRecord> records() {
    return records;
  }

  /// The node of each record.
  List<Node> nodes() {
    return nodes;
  }

  /// The headers, of which a case has one in all its files.
  List<Entry> headers() {
    return headers;
  }

  /// The ids of records that exist but are faulty.
  Set<String> hidden() {
    return hidden;
  }

  /// The number of faulty records.
  int unmade() {
    return unmade;
  }
}
