"""Visitors of a Streamlit page without a browser: they ask for it as a browser does."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect


@dataclass(frozen=True)
class Visitor:
    """One session of the server."""

    connection: ClientConnection

    async def look(self, page: str, query: str) -> float:
        """Has the whole page made, and gives how many seconds passed until it had come."""
        asked = BackMsg()
        asked.rerun_script.page_name = page
        asked.rerun_script.query_string = query
        began = time.perf_counter()
        await self.connection.send(asked.SerializeToString())
        while not _is_last(await self.connection.recv()):
            pass
        return time.perf_counter() - began


def _is_last(received: bytes | str) -> bool:
    """Raises where the page ended otherwise than whole."""
    message = ForwardMsg()
    message.ParseFromString(received)
    if message.WhichOneof("type") != "script_finished":
        return False
    if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
        raise RuntimeError(f"The page was not finished: {message.script_finished}")
    return True


@asynccontextmanager
async def visiting(port: int, many: int) -> AsyncIterator[list[Visitor]]:
    """So many sessions at once, each with a connection of its own."""
    address = f"ws://localhost:{port}/_stcore/stream"
    async with AsyncExitStack() as stack:
        opening = (
            stack.enter_async_context(connect(address, subprotocols=["streamlit"], max_size=None))
            for _ in range(many)
        )
        yield [Visitor(connection) for connection in await asyncio.gather(*opening)]
