package org.parley;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// Finds sentences in source code: texts with two words in a row. What an exception says to a
/// programmer is none.
@NullMarked
final class Sentences {

  private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}[,:;]? \\p{L}{2,}");

  private Sentences() {}

  /// The sentences of these files, each with its file and line.
  static List<String> in(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      return in(
          (JavacTask)
              compiler.getTask(
                  null, manager, _ -> {}, null, null, manager.getJavaFileObjectsFromPaths(files)));
    }
  }

  /// The sentences of one source text.
  static List<String> in(String source) throws IOException {
    var file =
        new SimpleJavaFileObject(
            java.net.URI.create("string:///Source.java"), SimpleJavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoresErrors) {
            return source;
          }
        };
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    return in((JavacTask) compiler.getTask(null, null, _ -> {}, null, null, List.of(file)));
  }

  private static List<String> in(JavacTask task) throws IOException {
    List<String> found = new ArrayList<>();
    for (CompilationUnitTree unit : task.parse()) {
      new Scanner(unit, Trees.instance(task), found).scan(unit, null);
    }
    return found;
  }

  private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final List<String> found;
    private int exceptions;

    Scanner(CompilationUnitTree unit, Trees trees, List<String> found) {
      this.unit = unit;
      this.trees = trees;
      this.found = found;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void unused) {
      boolean isException = made.getIdentifier().toString().matches(".*(Exception|Error)(<.*)?");
      exceptions += isException ? 1 : 0;
      super.visitNewClass(made, null);
      exceptions -= isException ? 1 : 0;
      return null;
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
      if (exceptions == 0
          && literal.getValue() instanceof String text
          && WORDS.matcher(text).find()) {
        long line =
            unit.getLineMap()
                .getLineNumber(trees.getSourcePositions().getStartPosition(unit, literal));
        found.add(Path.of(unit.getSourceFile().getName()).getFileName() + ":" + line + ": " + text);
      }
      return null;
    }
  }
}
