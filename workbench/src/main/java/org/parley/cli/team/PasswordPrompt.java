package org.parley.cli.team;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.store.people.PasswordPolicy;
import org.parley.wording.Complaint;
import picocli.CommandLine.ParameterException;

/// Asks for a password: twice at a terminal, else the first line of standard input.
///
/// @param in read without a terminal
record PasswordPrompt(InputStream in) {

  /// A password that is good enough.
  ///
  /// @param around words that it may not be made of
  /// @param wrong makes the exception that says why one is refused
  char[] ask(List<String> around, Function<String, ParameterException> wrong) throws IOException {
    char @Nullable [] password = read(wrong);
    String weak =
        PasswordPolicy.find(password == null ? "" : new String(password), around)
            .map(why -> Complaint.sentence(why))
            .orElse("");
    if (password == null || !weak.isEmpty()) {
      throw wrong.apply(weak);
    }
    return password;
  }

  @SuppressWarnings("SystemConsoleNull") // the type says that it may be absent
  private char @Nullable [] read(Function<String, ParameterException> wrong) throws IOException {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      String line =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
      return line == null ? new char[0] : line.toCharArray();
    }
    char[] password = console.readPassword("Password: ");
    if (!Arrays.equals(password, console.readPassword("Once more: "))) {
      throw wrong.apply("the two are not the same. Maybe type it again");
    }
    return password;
  }
}
