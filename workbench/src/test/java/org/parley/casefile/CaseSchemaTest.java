package org.parley.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.casefile.shape.Descriptions;
import org.parley.casefile.shape.Kinds;
import org.parley.casefile.shape.Shape;
import org.parley.casefile.shape.Shapes;
import org.parley.model.Cases;

class CaseSchemaTest {

  private static final Path PUBLISHED = Path.of("../docs/reference/parley-case.schema.json");
  private static final Path EXAMPLES = Path.of("../examples");

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(CaseSchema.text());

  private static List<String> faults(String text) {
    return SCHEMA.validate(text, InputFormat.YAML).stream().map(Object::toString).toList();
  }

  /// `-Dgolden.update=true` writes it anew.
  @Test
  void thePublishedSchemaIsTheOneOfTheProgram() throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(PUBLISHED.getParent());
      Files.writeString(PUBLISHED, CaseSchema.text());
    }
    assertEquals(CaseSchema.text(), Files.readString(PUBLISHED));
  }

  @Test
  void everyExampleIsValid() throws IOException {
    List<Path> files;
    try (var walk = Files.walk(EXAMPLES)) {
      files = walk.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
    }
    assertTrue(files.size() > 10);
    for (Path file : files) {
      assertEquals(List.of(), faults(Files.readString(file)), file.toString());
    }
  }

  @Test
  void everyGeneratedCaseIsValid() {
    for (long seed = 0; seed < 20; seed++) {
      for (String text : CaseWriter.write(Cases.of(seed)).values()) {
        assertEquals(List.of(), faults(text), "seed " + seed + "\n" + text);
      }
    }
  }

  @Test
  void valuesAreTakenAsTheyAreWritten() {
    String text =
        """
        case: {title: 2025}
        points:
          - {id: 14, number: 14, title: true, instrument: t, weight: "3", source: [1, 2]}
        parties: {id: AA, name: {fi: Aland, sr-Latn: Alandija}, kind: state, roles: monitor}
        positions:
          - {id: q, party: AA, point: 14, illustrative: true, grades: {14-a: red-line}}
        """;
    assertEquals(List.of(), faults(text));
  }

  @Test
  void whatASchemaCanKnowIsCaught() {
    for (String text :
        List.of(
            "partys: []",
            "case: {titel: x}",
            "case: {}",
            "case: {title: x, format: 2}",
            "parties: [{id: AA, name: A, kind: kingdom}]",
            "parties: [{id: A A, name: A, kind: state}]",
            "parties: [{id: AA, name: [A], kind: state}]",
            "parties: [{id: AA, name: A}]",
            "parties: [{id: AA, name: {}, kind: state}]",
            "parties: [{id: AA, name: {en: ' '}, kind: state}]",
            "parties: [{id: AA, name: {the English: A}, kind: state}]",
            "parties: [{id: AA, name: {en: [A]}, kind: state}]",
            "parties: [{id: AA, name: A, kind: state, visibility: nobody}]",
            "parties: [{id: AA, name: A, kind: state, visibility: {partie: AA}}]",
            "meetings: [{id: m, title: M, date: tomorrow, format: call}]",
            "points: [{id: p, number: 1, title: P, instrument: t, weight: heavy}]")) {
      assertFalse(faults(text).isEmpty(), text);
    }
  }

  @Test
  void everyRecordKeyAndFormIsDescribedAndNothingElse() {
    Set<String> used =
        new HashSet<>(
            Set.of(
                "case-file",
                "case-file.case",
                "case-info.format",
                "localized-text",
                "localized-text.en"));
    Kinds.records().keySet().forEach(key -> used.add("case-file." + key));
    Set<Shape> seen = new HashSet<>();
    describe(Kinds.header(), used, seen);
    Kinds.records().values().forEach(kind -> describe(kind, used, seen));
    List<String> idle = new ArrayList<>(Descriptions.names());
    idle.removeIf(name -> name.startsWith("*.") || used.contains(name));
    assertEquals(List.of(), idle, "descriptions of nothing");
  }

  private static void describe(Shape shape, Set<String> used, Set<Shape> seen) {
    if (!seen.add(shape)) {
      return;
    }
    switch (shape) {
      case Shape.Structure structure -> {
        String name = Shapes.kebab(structure.type());
        used.add(name);
        assertFalse(Descriptions.of(name).isBlank());
        for (Shape.Key key : structure.keys()) {
          assertFalse(Descriptions.of(name, key.name()).isBlank());
          used.add(name + "." + key.name());
          describe(key.shape(), used, seen);
        }
      }
      case Shape.Union union -> {
        String name = Shapes.kebab(union.type());
        used.add(name);
        assertFalse(Descriptions.of(name).isBlank());
        for (Shape.Member member : union.members()) {
          assertFalse(Descriptions.of(name, member.name()).isBlank());
          used.add(name + "." + member.name());
          if (member.form() == Shape.Form.MAP) {
            describe(member.structure(), used, seen);
          } else {
            member.structure().keys().forEach(key -> describe(key.shape(), used, seen));
          }
        }
      }
      case Shape.Many(Shape element) -> describe(element, used, seen);
      case Shape.Table(_, Shape value) -> describe(value, used, seen);
      default -> {}
    }
  }
}
