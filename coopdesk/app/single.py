"""One Coopdesk per workspace: a second start raises the first window and hands it the file."""

from __future__ import annotations

import getpass
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 500  # milliseconds


class Single(QObject):
    """Listens for second starts; `asked` carries the path of a file, empty when there is none."""

    asked = Signal(str)

    def __init__(self, workspace: str) -> None:
        super().__init__()
        mark = sha256(f"{getpass.getuser()} {Path(workspace).absolute()}".encode()).hexdigest()[:16]
        self._name = f"coopdesk-{mark}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._read)

    def is_second(self, file: Path | None) -> bool:
        """Whether a first one took over; else this is the first from now on."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(PATIENCE):
            socket.write(str(file.absolute() if file else "").encode() + b"\n")
            socket.waitForBytesWritten(PATIENCE)
            socket.disconnectFromServer()
            return True
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return False

    def _read(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self.asked.emit(bytes(socket.readLine().data()).decode().strip()))
        socket.disconnected.connect(socket.deleteLater)
