package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// A type is found by its name, and said in a mail without its package.
@NullMarked
class NamesTest {

  private static final List<String> MODULES = List.of("engine", "reading", "workbench", "bench");

  @Test
  void noSimpleNameIsUsedTwice() throws IOException {
    Map<String, TreeSet<String>> places = new TreeMap<>();
    for (String module : MODULES) {
      Path sources = Path.of("..", module, "src", "main", "java");
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !file.getFileName().toString().contains("-info"))
            .forEach(
                file ->
                    places
                        .computeIfAbsent(
                            file.getFileName().toString().replace(".java", ""),
                            _ -> new TreeSet<>())
                        .add(module + "/" + sources.relativize(file.getParent())));
      }
    }
    assertEquals(
        Map.of(),
        places.entrySet().stream()
            .filter(each -> each.getValue().size() > 1)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
