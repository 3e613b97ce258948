package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// A type is found by its name, and said in a mail without its package.
@NullMarked
class NamesTest {

  private static final List<String> MODULES =
      List.of("engine", "genius", "reading", "workbench", "cluster", "bench");

  /// Names that a public nested type may share, since it is said with its owner: `Pivot.Way`,
  /// `FindingsPage.Row`. They are roles, parts of drawings and pages, words of the case format, and
  /// answers in JSON, which bear the name of their finding. A case of a sealed type may bear any
  /// name. A new name belongs here only if no reader mistakes one bearer for another.
  private static final Set<String> SAID_WITH_THEIR_OWNER =
      Set.of(
          "Alternative",
          "Answer",
          "Area",
          "Asked",
          "Axis",
          "Balance",
          "Bar",
          "BurdenLine",
          "Change",
          "Choice",
          "Clash",
          "Condition",
          "Content",
          "Decision",
          "Duration",
          "Entry",
          "Escalation",
          "Estimate",
          "Fact",
          "Form",
          "Group",
          "Handler",
          "Head",
          "IfDoneBy",
          "Kind",
          "Lane",
          "Length",
          "Line",
          "Link",
          "Mark",
          "Meaning",
          "Moved",
          "Named",
          "Outcome",
          "Pair",
          "Part",
          "Party",
          "Piece",
          "Place",
          "Point",
          "PointStanding",
          "Precision",
          "Question",
          "Read",
          "Reading",
          "Reason",
          "Result",
          "Rounding",
          "Row",
          "Said",
          "State",
          "Strip",
          "Tick",
          "Tie",
          "Timing",
          "Trigger",
          "Trouble",
          "Unit",
          "Way",
          "When",
          "Window");

  @Test
  void noSimpleNameIsUsedTwice() throws IOException {
    Map<String, SortedSet<String>> places = new TreeMap<>();
    for (String module : MODULES) {
      Path sources = sources(module);
      for (Path file : files(sources)) {
        places
            .computeIfAbsent(simpleName(file), _ -> new TreeSet<>())
            .add(module + "/" + sources.relativize(file.getParent()));
      }
    }
    assertEquals(Map.of(), shared(places));
  }

  /// Plumbing bears names of the trade: a service, a cache, a store, a filter.
  @Test
  void noTypeIsNamedAfterAServantOrAPieceOfFurniture() throws IOException {
    List<String> found = new ArrayList<>();
    for (String module : MODULES) {
      for (Path file : files(sources(module))) {
        if (simpleName(file)
            .matches("(?:Kept|Told|Heard)[A-Z].*|.*(?:Desk|Clerk|Keeper|Door|Gate|Porter)")) {
          found.add(simpleName(file));
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void nestedTypesShareOnlyNamesThatAreSaidWithTheirOwner() throws IOException {
    Map<String, SortedSet<String>> places = new TreeMap<>();
    for (CompilationUnitTree unit : units()) {
      for (Tree each : unit.getTypeDecls()) {
        if (each instanceof ClassTree type) {
          String name = type.getSimpleName().toString();
          places.computeIfAbsent(name, _ -> new TreeSet<>()).add(name);
          addNested(type, name, false, places);
        }
      }
    }
    Map<String, SortedSet<String>> shared = shared(places);
    Set<String> free = new TreeSet<>(SAID_WITH_THEIR_OWNER);
    free.removeAll(shared.keySet());
    assertEquals(Set.of(), free, "names that nothing shares any more");
    shared.keySet().removeAll(SAID_WITH_THEIR_OWNER);
    assertEquals(Map.of(), shared);
  }

  /// Adds the public types nested in a public one, but for cases of a sealed type.
  private static void addNested(
      ClassTree owner, String path, boolean isOwnerImplied, Map<String, SortedSet<String>> places) {
    if (!isOwnerImplied && !owner.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
      return;
    }
    boolean isInterface = owner.getKind() == Tree.Kind.INTERFACE;
    for (Tree member : owner.getMembers()) {
      if (member instanceof ClassTree nested) {
        String name = nested.getSimpleName().toString();
        boolean isPublic =
            isInterface || nested.getModifiers().getFlags().contains(Modifier.PUBLIC);
        if (isPublic && !isCase(owner, nested)) {
          places.computeIfAbsent(name, _ -> new TreeSet<>()).add(path + "." + name);
        }
        addNested(nested, path + "." + name, isInterface, places);
      }
    }
  }

  private static boolean isCase(ClassTree owner, ClassTree nested) {
    return owner.getModifiers().getFlags().contains(Modifier.SEALED)
        && Stream.concat(
                nested.getImplementsClause().stream(), Stream.ofNullable(nested.getExtendsClause()))
            .anyMatch(
                each -> each.toString().matches("(.*\\.)?" + owner.getSimpleName() + "(<.*)?"));
  }

  private static List<CompilationUnitTree> units() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : MODULES) {
      files.addAll(files(sources(module)));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, _ -> {}, null, null, manager.getJavaFileObjectsFromPaths(files));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      return units;
    }
  }

  private static Path sources(String module) {
    return Path.of("..", module, "src", "main", "java");
  }

  private static List<Path> files(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.getFileName().toString().contains("-info"))
          .toList();
    }
  }

  private static String simpleName(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static Map<String, SortedSet<String>> shared(Map<String, SortedSet<String>> places) {
    return places.entrySet().stream()
        .filter(each -> each.getValue().size() > 1)
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new));
  }
}
