package org.parley.casefile.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.casefile.shape.Binder;
import org.parley.casefile.shape.Declarations;
import org.parley.casefile.shape.Kinds;
import org.parley.casefile.shape.Locator;
import org.parley.casefile.shape.Shape;
import org.parley.casefile.shape.Shapes;
import org.parley.casefile.yaml.FileFault;
import org.parley.casefile.yaml.Node;
import org.parley.casefile.yaml.SourceText;
import org.parley.casefile.yaml.TextFault;
import org.parley.casefile.yaml.YamlReader;
import org.parley.model.CaseRecord;
import org.parley.model.checks.References;
import org.parley.wording.Complaint;

/// The form of one kind of record.
public final class RecordForm {

  private final String kind;
  private final Shape.Structure shape;

  private RecordForm(String kind, Shape.Structure shape) {
    this.kind = kind;
    this.shape = shape;
  }

  /// The form of a kind of record.
  ///
  /// @param kind the key of such records: `claims`
  /// @throws IllegalArgumentException if there is no such kind
  public static RecordForm of(String kind) {
    Shape.Structure shape = Kinds.records().get(kind);
    if (shape == null) {
      throw new IllegalArgumentException("not a kind of record: " + kind);
    }
    return new RecordForm(kind, shape);
  }

  /// The form of this record's kind.
  public static RecordForm of(CaseRecord record) {
    return of(Kinds.keyOf(record));
  }

  /// The keys that hold records, in the order of the model.
  public static Set<String> kinds() {
    return Kinds.records().keySet();
  }

  public String kind() {
    return kind;
  }

  /// The singular name of the kind: `claim`.
  public String name() {
    return Shapes.kebab(shape.type());
  }

  public Shape.Structure shape() {
    return shape;
  }

  /// The form values of a record.
  public FormValue.Keys written(CaseRecord record) {
    return (FormValue.Keys) FormValueNodes.of(shape, record);
  }

  /// The form values of a record's text as a list item, as written by
  /// [org.parley.casefile.CaseWriter]. Keys unknown to this version are kept.
  ///
  /// @throws IllegalArgumentException if the text holds no record
  public FormValue.Keys read(String item) {
    Node root = YamlReader.read(new SourceText(kind, kind + ":\n" + item)).root();
    if (root instanceof Node.Mapping top
        && top.get(kind) instanceof Node.Sequence list
        && list.items().size() == 1
        && FormValueNodes.of(shape, list.items().getFirst()) instanceof FormValue.Keys keys) {
      return keys;
    }
    throw new IllegalArgumentException("no record of the " + kind + " in this text");
  }

  /// The record of the input, or every fault. It is not checked against its case.
  ///
  /// @param known the records of the case, to resolve ids
  public FormOutcome fill(FormValue.Keys written, Collection<? extends CaseRecord> known) {
    FormValueNodes nodes = new FormValueNodes();
    Node root = nodes.node(written, List.of());
    List<FieldProblem> problems = new ArrayList<>(nodes.twice());
    List<TextFault> faults = new ArrayList<>();
    Object made =
        new Binder(declared(known, root)::get, faults) {
          @Override
          protected void missing(Shape.Structure type, Node.Mapping mapping, List<String> names) {
            for (String name : names) {
              problems.add(
                  new FieldProblem(
                      FormValueNodes.below(nodes.path(mapping.start()), name),
                      new Complaint(FileFault.Plain.NEEDED)));
            }
          }
        }.bind(shape, root);
    for (TextFault fault : faults) {
      Complaint complaint = fault.complaint();
      problems.add(
          new FieldProblem(
              nodes.path(fault.start()),
              complaint.why() == FileFault.Plain.NO_VALUE
                  ? new Complaint(FileFault.Plain.NEEDED)
                  : complaint));
    }
    return problems.isEmpty() && made instanceof CaseRecord record
        ? new FormOutcome.Made(record)
        : new FormOutcome.Faulty(problems);
  }

  /// The field of a violation of the model: that of the value if present, else that of the missing
  /// key.
  ///
  /// @param path component names and list indices, as given by the checks of the model
  /// @param value the wrong value
  public List<String> locate(FormValue.Keys written, List<String> path, String value) {
    if (path.isEmpty() || written.get(path.getFirst()) == null) {
      return path.isEmpty() ? path : List.of(path.getFirst());
    }
    FormValueNodes nodes = new FormValueNodes();
    Node root = nodes.node(written, List.of());
    return nodes.path(Locator.find(root, path, value).start());
  }

  private static boolean areOwnAlone(CaseRecord record) {
    return Declarations.areOwnAlone(of(record).shape);
  }

  private Map<String, Class<?>> declared(Collection<? extends CaseRecord> known, Node root) {
    Map<String, Class<?>> declared = new HashMap<>();
    Map<Class<?>, Boolean> areOwnAlone = new HashMap<>();
    for (CaseRecord each : known) {
      if (areOwnAlone.computeIfAbsent(each.getClass(), _ -> areOwnAlone(each))) {
        declared.put(each.id().value(), each.id().getClass());
        continue;
      }
      for (References.Mention mention : References.of((Record) each)) {
        if (mention.declares()) {
          declared.put(mention.id().value(), mention.id().getClass());
        }
      }
    }
    Declarations.visit(shape, root, (id, type) -> declared.putIfAbsent(id.value(), type));
    return declared;
  }
}
