package org.parley.exchange.parquet;

import java.io.IOException;

/// A file of Parquet that is damaged, or beyond a limit.
public final class BadParquetException extends IOException {

  private static final long serialVersionUID = 1;

  BadParquetException(Throwable cause) {
    super(cause);
  }
}
