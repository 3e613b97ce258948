package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The reference of the commands has a section for every command that ships.
class CommandsReferenceTest {

  private static final Path PAGE = Path.of("../docs/reference/commands.md");
  private static final Path HELP = Path.of("../docs/reference/help.txt");

  /// The launcher prints this file where nothing is built yet.
  @Test
  void theHelpOfTheLauncherIsTheHelpOfTheProgram() throws IOException {
    String help = help();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(HELP, help);
    }
    assertEquals(help, Files.readString(HELP));
  }

  private static String help() {
    StringWriter help = new StringWriter();
    PrintWriter out = new PrintWriter(help);
    assertEquals(0, ShippedCli.with(Map.of()).printingTo(out, out).run("--help"));
    return help.toString().replace(System.lineSeparator(), "\n");
  }

  @Test
  void everyCommandHasItsSection() throws IOException {
    String commands = help().split("Commands:", 2)[1].split("Exit codes:", 2)[0];
    List<String> shipped =
        Pattern.compile("(?m)^  ([a-z-]+) ")
            .matcher(commands)
            .results()
            .map(command -> command.group(1))
            .sorted()
            .toList();
    List<String> described =
        Pattern.compile("(?m)^## parley ([a-z-]+)$")
            .matcher(Files.readString(PAGE))
            .results()
            .map(heading -> heading.group(1))
            .sorted()
            .toList();
    assertEquals(shipped, described);
  }
}
