package org.parley.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.shape.Binder;
import org.parley.casefile.shape.Kinds;
import org.parley.casefile.shape.Shape;
import org.parley.casefile.yaml.FileFault;
import org.parley.casefile.yaml.Node;
import org.parley.casefile.yaml.Node.Entry;
import org.parley.casefile.yaml.Node.Mapping;
import org.parley.casefile.yaml.Node.Scalar;
import org.parley.casefile.yaml.Node.Sequence;
import org.parley.casefile.yaml.SourceText;
import org.parley.casefile.yaml.TextFault;
import org.parley.casefile.yaml.YamlReader;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.checks.References;
import org.parley.wording.Complaint;

/// Reads one record from its own text, in YAML or JSON, as sent by forms, requests and journal
/// entries. It is not checked against its case.
public final class RecordReader {

  /// A fault of a record's text.
  ///
  /// @param path the path of the value: component names and list indices; empty for the whole
  ///   record
  /// @param complaint the fault
  public record RecordFault(List<String> path, Complaint complaint) {
    public RecordFault {
      path = List.copyOf(path);
    }
  }

  /// The result of reading.
  ///
  /// @param record the record; null if there are faults
  /// @param problems every fault; empty if there is a record
  public record Read<T>(@Nullable T record, List<RecordFault> problems) {
    public Read {
      problems = List.copyOf(problems);
    }
  }

  private final Map<String, Class<?>> declared;

  private RecordReader(Map<String, Class<?>> declared) {
    this.declared = declared;
  }

  /// A reader that knows the kind of each of these ids.
  public static RecordReader knowing(Map<String, Class<?>> declared) {
    return new RecordReader(declared);
  }

  /// A reader that knows these records, to resolve ids.
  public RecordReader(Collection<? extends CaseRecord> known) {
    this(new HashMap<>());
    for (CaseRecord each : known) {
      References.of((Record) each).stream()
          .filter(References.Mention::declares)
          .forEach(mention -> declared.put(mention.id().value(), mention.id().getClass()));
    }
  }

  /// A record of the kind whose plural key is `key`: `claims`. The text is a map of its keys, or
  /// the one item of a list.
  public Read<CaseRecord> read(String key, String text) {
    Shape.Structure shape = Kinds.records().get(key);
    if (shape == null) {
      return new Read<>(
          null,
          List.of(
              new RecordFault(
                  List.of(),
                  new Complaint(
                      new FileFault.UnknownKind(List.copyOf(Kinds.records().keySet())), key))));
    }
    return read(shape, text, CaseRecord.class);
  }

  /// The header of a case.
  public Read<CaseInfo> readHeader(String text) {
    return read(Kinds.header(), text, CaseInfo.class);
  }

  private <T> Read<T> read(Shape.Structure shape, String text, Class<T> type) {
    YamlReader.Result yaml = YamlReader.read(new SourceText("record", text));
    Node node = yaml.root();
    if (node instanceof Sequence list && list.items().size() == 1) {
      node = list.items().getFirst();
    }
    List<TextFault> faults = new ArrayList<>(yaml.faults());
    Object bound = null;
    if (node != null && faults.isEmpty()) {
      Node own = node;
      if (shape.type() == CaseInfo.class) {
        TextFault fault = CaseFormat.fault(node);
        if (fault != null) {
          faults.add(fault);
        }
        own = CaseFormat.without(node);
      }
      bound = new Binder(declared::get, faults).bind(shape, own);
    } else if (faults.isEmpty()) {
      faults.add(new TextFault(0, 0, new Complaint(FileFault.Plain.NO_RECORD)));
    }
    if (faults.isEmpty() && bound != null) {
      return new Read<>(type.cast(bound), List.of());
    }
    List<RecordFault> problems = new ArrayList<>();
    for (TextFault fault : faults) {
      List<String> path = new ArrayList<>();
      if (node != null) {
        walk(node, fault, path);
      }
      problems.add(new RecordFault(path, fault.complaint()));
    }
    return new Read<>(null, problems);
  }

  /// Collects the keys and indices on the path to a place.
  private static void walk(Node node, TextFault fault, List<String> path) {
    int offset = fault.start();
    switch (node) {
      case Mapping mapping -> {
        for (Entry entry : mapping.entries()) {
          boolean whole = offset == entry.key().start() && fault.complaint().value().isEmpty();
          if (!whole && offset >= entry.key().start() && offset <= entry.value().end()) {
            path.add(entry.key().value());
            walk(entry.value(), fault, path);
            return;
          }
        }
      }
      case Sequence list -> {
        for (int i = 0; i < list.items().size(); i++) {
          Node item = list.items().get(i);
          if (offset >= item.start() && offset <= item.end()) {
            path.add(Integer.toString(i));
            walk(item, fault, path);
            return;
          }
        }
      }
      case Scalar _, Node.Broken _ -> {}
    }
  }
}
