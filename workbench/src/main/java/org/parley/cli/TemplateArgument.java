package org.parley.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.casefile.start.BuiltInTemplate;
import org.parley.casefile.start.CaseTemplate;
import org.parley.casefile.start.TemplateFolders;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// The template that a command names: a built-in one by its name, or else a case folder.
public final class TemplateArgument {

  private TemplateArgument() {}

  /// The template; empty, after its faults are printed, if it has some.
  ///
  /// @throws ParameterException if nothing has this name
  public static Optional<CaseTemplate> read(CommandLine line, String word) {
    Optional<BuiltInTemplate> builtIn = BuiltInTemplate.find(word);
    if (builtIn.isPresent()) {
      return Optional.of(builtIn.get());
    }
    if (!isFolder(word)) {
      throw new ParameterException(
          line,
          "Invalid value for option '--template': there is no template or folder \""
              + word
              + "\". Maybe one of: "
              + String.join(", ", BuiltInTemplate.words()));
    }
    TemplateFolders.TemplateReading read = TemplateFolders.read(Path.of(word));
    read.faults().forEach(line.getErr()::println);
    return read.templates().stream().map(CaseTemplate.class::cast).findFirst();
  }

  private static boolean isFolder(String word) {
    try {
      return Files.isDirectory(Path.of(word));
    } catch (InvalidPathException _) {
      return false;
    }
  }
}
