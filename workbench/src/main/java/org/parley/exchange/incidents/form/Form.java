package org.parley.exchange.incidents.form;

import java.util.Set;
import org.parley.exchange.incidents.facts.IncidentForm;
import org.parley.exchange.incidents.facts.LogRecord;
import org.parley.exchange.incidents.text.Chunk;
import org.parley.wording.Complaint;

/// One way of writing incidents down.
public sealed interface Form permits CsvForm, JsonForm {

  /// Receives the records of a form.
  interface Receiver {

    /// A record that says something.
    void used(Chunk chunk, LogRecord record);

    /// Lines that cannot be used, and why.
    void aside(Chunk chunk, Complaint why);

    /// Lines that hold no record: headings.
    void empty(Chunk chunk);
  }

  /// Reads the next record.
  void read(Chunk chunk);

  /// Reads the end of the file.
  void end();

  /// The formats of the records read so far.
  Set<IncidentForm> forms();
}
